/**
 * One turn with the world around it: load, open, advance, one conditional write, render. Two deliveries, two phones or
 * two processes at once: the write that comes second is not made; it loads again and advances again.
 */
import { type ErrorCode, isDomainError } from '../../domain/errors.js';
import type { DraftVault, FirstTurns, Sessions } from '../../domain/drafts/ports.js';
import type { EvidenceStore } from '../../domain/evidence/ports.js';
import type { Clock } from '../../domain/ports.js';
import { createAdvance } from '../dialogue/advance.js';
import { redrawn, untried } from '../dialogue/sending.js';
import { asideOf, unwound } from '../dialogue/draft.js';
import type { Env, Found, Input, Reply, State, Step, Who } from '../dialogue/types.js';
import type { Thread } from '../../domain/reports/open-thread.js';
import { createDialogueModel } from './dialogue-model.js';
import { createDraftRows, mostAttempts, type Loaded } from './draft-rows.js';
import { createFileWatch, type FileWatch } from './file-watch.js';
import type { Openings } from './openings.js';
import type { Readings } from './readings.js';
import type { Profile } from './profile.js';
import { withPosters } from './posters.js';
import { createQueries, type QueryPorts } from './queries.js';
import { createQueue } from './queue.js';
import { createRecent } from './recent.js';
import { isSecret } from './secrecy.js';
import { createLastLanguages } from './last-languages.js';
import { createTexts } from './texts.js';
import { createTurnMemory } from './turn-memory.js';
import { keeping, marked, saysKnown, type Told } from './turn-records.js';

export interface TurnPorts extends QueryPorts {
  readonly profile: Profile;
  readonly sessions: Sessions;
  readonly firstTurns: FirstTurns;
  readonly drafts: DraftVault;
  readonly clock: Clock;
  readonly evidence: EvidenceStore;
  readonly openings: Openings;
  readonly readings: Readings;
  /** Whether somebody could read a report that is sent now. */
  readonly ready: () => Promise<boolean>;
  /** Told of an error that the person was answered about; it says nothing of what they wrote. */
  readonly failed: (error: unknown) => void;
}

/** What a turn has to say. What is secret goes into its own reply slot or waits for the person, by no other way. */
export interface TurnAnswer {
  readonly text: string;
  readonly secret: boolean;
}

/** Answers one input with what is to be said, or null for nothing. Never throws. */
export type RunTurn = (who: Who, input: Input) => Promise<TurnAnswer | null>;

/** A turn this long may have missed the platform's patience: the same text after it is a resend. */
const slowMs = 3_900;
/** Seconds in which another process may still be storing a report. */
const sendingSeconds = 30;
/** Failures in a row after which the side question is let go. */
const mostFailures = 2;

/** A turn advanced as far as it goes, and the row it will be written over. */
interface Played {
  readonly step: Step;
  readonly thread: Thread | null;
  readonly loaded: Loaded;
  /** the state that was advanced */
  readonly before: State | null;
}

export function createRunTurn(ports: TurnPorts): RunTurn {
  const { load, unread, save, change } = createDraftRows(ports);
  const texts = createTexts(ports.profile);
  const model = createDialogueModel(ports.profile, texts);
  const advance = withPosters(model, createAdvance(model));
  const queries = createQueries(ports);
  const memory = createTurnMemory(ports);
  const queue = createQueue();
  const failures = createRecent<number>();
  /** The input whose answer the person may not have seen; what they send next may be the same again. */
  const unseen = createRecent<string>();
  /** The last reply of a thread that was left, for a delivery that comes again. */
  const left = createRecent<{ id: string; answer: TurnAnswer | null }>();
  /** The text somebody was told is known: the same once more is meant. */
  const told = createRecent<Told>();
  const languages = createLastLanguages(ports.profile.langs[0] ?? 'zh');
  const files: FileWatch = createFileWatch(ports, { change });

  async function turn(who: Who, input: Input): Promise<TurnAnswer | null> {
    const begun = ports.clock.now();
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      // Somebody's first turn is tried without reading; where nothing is to be written it has to be read after all.
      const blind = attempt === 0 && ports.firstTurns.likely(who.tags);
      const loaded = blind ? unread() : await load(who);
      const stored = loaded.kept;
      if (stored !== null && 'ended' in stored) {
        const before = stored.ended.turns.find(({ id }) => id === input.id);
        if (before !== undefined) return answerOf(before.reply);
      }
      const before = left.get(who.handle);
      if (before?.id === input.id) return before.answer;
      const state =
        stored !== null && 'state' in stored
          ? marked(stored.state, unseen.get(who.handle), told.get(who.handle), input)
          : null;
      const following = ports.followUps.get(who.handle) !== null;
      const played = await play(who, input, state, loaded, blind);
      if (played === null) continue;
      const { step, thread } = played;
      const slow = ports.clock.now() - begun > slowMs;
      const kept = keeping(step, played.before, stored, input, slow);
      if (kept === null ? blind : (await save(who, played.loaded, kept)) === null) continue;
      if (kept !== null || state === null) unseen.forget(who.handle);
      if (saysKnown(step)) told.set(who.handle, { id: input.id, text: step.state?.lastText });
      memory.keep(who.handle, step, thread);
      files.watch(who, step.state, state);
      failures.forget(who.handle);
      languages.answered(who, input, step.reply);
      const answer = answerOf(step.reply, following || step.follow !== null);
      if (following && step.follow === null) left.set(who.handle, { id: input.id, answer });
      return answer;
    }
    return { text: texts.say('turn.sorry', languages.langFor(who, input)), secret: false };
  }

  /** All that is said while a report is looked after is secret, whatever it is. */
  function answerOf(reply: Reply | null, followUp = false): TurnAnswer | null {
    return reply === null ? null : { text: texts.render(reply), secret: followUp || isSecret(reply) };
  }

  /** Advances, answering the queries on the way. Null when the state must be loaded (again), for it may be another. */
  async function play(
    who: Who,
    input: Input,
    state: State | null,
    before: Loaded,
    blind: boolean,
  ): Promise<Played | null> {
    const gate = await gateFor(who, state);
    const env: Env = {
      today: ports.clock.today(),
      draw: ports.random,
      gate,
      ...memory.of(who.handle),
      ...languages.lately(who),
    };
    let step = advance(state, input, env);
    let thread = ports.followUps.get(who.handle)?.thread ?? null;
    let loaded = before;
    let now = state;
    for (let asked = 0; step.query !== undefined; asked += 1) {
      if (blind) return null;
      if (asked > 3) throw new Error('a turn asks again and again');
      if (sends(step)) {
        const ahead = await writeAhead(who, loaded);
        if (ahead === null) return null;
        loaded = ahead;
      }
      const found = await ask(who, input, step);
      if (found === null) return null;
      if (found.thread !== undefined) thread = found.thread;
      if (now !== null && 'unsent' in found.found && found.found.unsent === 'nowhere') {
        const open = untried(now);
        step = advance(open, input, env);
        // Another process may be storing it this very moment: then only sending itself goes on.
        if (underWay(now) && !sends(step))
          step = advance(now, input, { ...env, found: { unsent: 'unavailable' } });
        else now = open;
      } else step = advance(now, input, { ...env, found: found.found });
    }
    return { step, thread, loaded, before: now };
  }

  /**
   * Before a report is stored its draft says that it is being sent. Whatever fails then, the next turn first looks
   * whether it was stored: nobody changes or deletes a draft whose report already lies at the desk.
   */
  async function writeAhead(who: Who, loaded: Loaded): Promise<Loaded | null> {
    const { kept } = loaded;
    if (kept === null || !('state' in kept) || kept.state.sending === undefined) return loaded;
    const { sending } = kept.state;
    if (sending.tried !== undefined) return loaded;
    return save(who, loaded, { state: { ...kept.state, sending: { ...sending, tried: seconds() } } });
  }

  const seconds = (): number => Math.floor(ports.clock.now() / 1_000);
  const underWay = (state: State): boolean => seconds() - (state.sending?.tried ?? 0) < sendingSeconds;

  async function ask(
    who: Who,
    input: Input,
    step: Step,
  ): Promise<{ found: Found; thread?: Thread | null } | null> {
    if (step.query === undefined) return null;
    try {
      return await queries(who, input, step.state, step.query);
    } catch (error) {
      const taken = isDomainError(error) ? takenIn[error.code] : undefined;
      if (taken === undefined) throw error;
      await change(who, (state) => redrawn(state, taken, { draw: ports.random }));
      return null;
    }
  }

  async function gateFor(who: Who, state: State | null): Promise<Env['gate']> {
    if (state !== null) return 'open';
    if (!ports.limits.reports.allows(who.handle)) return 'limit';
    return (await ports.ready()) ? 'open' : 'closed';
  }

  /** After a failure nothing is lost; after the second in a row the question is let go, so that nobody is trapped. */
  async function sorry(who: Who, input: Input, error: unknown): Promise<TurnAnswer> {
    ports.failed(error);
    unseen.set(who.handle, input.id);
    const plainly = (id: 'turn.not_saved' | 'turn.sorry' | 'turn.let_go'): TurnAnswer => ({
      text: texts.say(id, languages.langFor(who, input)),
      secret: false,
    });
    if (isDomainError(error) && error.code === 'storage.unavailable') return plainly('turn.not_saved');
    const count = (failures.get(who.handle) ?? 0) + 1;
    failures.set(who.handle, count);
    if (count < mostFailures) return plainly('turn.sorry');
    failures.forget(who.handle);
    memory.forget(who.handle);
    try {
      await change(who, (state) =>
        state.at === 'receipt' ? null : asideOf(unwound(state), { kind: 'pause' }),
      );
    } catch (second) {
      ports.failed(second);
    }
    return plainly('turn.let_go');
  }

  return (who, input) =>
    queue(who.handle, async () => {
      try {
        return await turn(who, input);
      } catch (error) {
        return sorry(who, input, error);
      }
    });
}

/** What another report has already: another one is drawn, and the report is sent again. */
const takenIn: Partial<Record<ErrorCode, 'case' | 'receipt'>> = {
  'report.case_taken': 'case',
  'report.receipt_taken': 'receipt',
};

const sends = ({ query }: Step): boolean => query !== undefined && 'do' in query && query.do === 'send';
