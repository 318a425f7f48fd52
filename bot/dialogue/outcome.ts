/** What a turn knows when it is decided, and what comes of it before it is made into a reply. */
import type { ReadingPlace } from './articles.js';
import type { DialogueModel } from './model.js';
import type { Command, Env, FollowUp, Input, Lang, Opening, Query, Say, State } from './types.js';
import type { Understood } from './understand/meaning.js';

export interface Turn {
  readonly model: DialogueModel;
  readonly env: Env;
  readonly input: Input;
  /** what its words mean; null for an input without words */
  readonly understood: Understood | null;
}

export interface Outcome {
  readonly state: State | null;
  readonly say: readonly Say[];
  /** the step that waits is asked after what is said; `short`: of a thread only the question, not what it holds */
  readonly asks?: 'whole' | 'short';
  readonly follow?: FollowUp | null;
  /** what is offered while nothing is under way; left out: what was offered before stays */
  readonly opening?: Opening | null;
  /** what is read from now on; left out: nothing, for something else was said */
  readonly reading?: ReadingPlace;
  /** of the reply; left out: that of the report, the thread, or the person */
  readonly lang?: Lang;
  /** `menu`: the ways on while nothing is under way · `none`: no choice at all; left out: those of the step */
  readonly choices?: 'menu' | 'none';
  readonly offer?: readonly Command[];
  readonly secret?: boolean;
  readonly query?: Query;
  /** nothing at all is said */
  readonly silent?: boolean;
}

/** Whether a message was on its way before the present question stood: it answers another one. */
export const isLate = (turn: Turn, state: State): boolean => turn.input.at < state.askedAt;

/** The language of an answer to what has none: a tap on the menu, a receipt, a file. */
export const langSilent = ({ env, model }: Turn): Lang => env.lastLang ?? model.langs[0] ?? 'zh';

/** The language somebody without a report is answered in: the one they write in, else the one of the last answer. */
export const langIdle = (turn: Turn): Lang => turn.understood?.lang ?? langSilent(turn);
