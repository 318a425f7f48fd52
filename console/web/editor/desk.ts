/** What the parts of the editor share: the article as the server has it, the draft on the page, and ways to change both. */
import { inject, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { Editor } from '@tiptap/core';
import type { Article, StepRequest } from '../api/article-types.js';
import type { Lang, Named } from '../api/common-types.js';
import type { DeskApi } from './api/desk-api.js';
import type { Problem } from './api/desk-types.js';
import type { Draft } from './draft.js';
import type { Sides } from './merge/merge-content.js';
import type { SaveState } from './saving/autosave.js';

/** What is shown in the place of the text. */
export type View = 'write' | 'versions' | 'merge';

export interface Desk {
  readonly api: DeskApi;
  readonly article: Readonly<ShallowRef<Article>>;
  readonly draft: Draft;
  /** Whether somebody may write in it now. */
  readonly open: ComputedRef<boolean>;
  readonly problems: ComputedRef<readonly Problem[]>;
  readonly view: Ref<View>;
  /** the language whose text is shown, beside the other one or alone */
  readonly lang: Ref<Lang>;
  readonly beside: Ref<boolean>;
  /** Somebody asked to send it on: from then on fields say what is missing. */
  readonly asked: Ref<boolean>;
  /** counts up when something was missing for a step */
  readonly refused: Ref<number>;
  readonly others: Readonly<Ref<readonly Named[]>>;
  readonly saving: Readonly<ShallowRef<SaveState>>;
  /** server's time of the last saving, milliseconds; null: none in this window */
  readonly savedAt: Readonly<Ref<number | null>>;
  /** null: no two texts to decide about */
  readonly sides: Readonly<ShallowRef<Sides | null>>;
  /** the text editors that are on the page */
  readonly editors: ShallowRef<Readonly<Partial<Record<Lang, Editor>>>>;
  /** Something changed on the page. */
  touch(): void;
  /** Called before the draft is read; answers how to stop that. */
  beforeRead(sync: () => void): () => void;
  /** Saves what is not saved. True: nothing is unsaved now. */
  flush(): Promise<boolean>;
  /** The same, where something is left and maybe another thing is gone to. */
  flushSoon(): void;
  /** Changes the address, and saves. */
  saveSlug(slug: string): Promise<void>;
  /** Saves first, then takes it. @throws ApiError, OfflineError; NotSavedError */
  step(request: Omit<StepRequest, 'revision'>): Promise<void>;
  /** Makes it a draft again as it stands. @throws ApiError, OfflineError; NotSavedError */
  reopen(): Promise<void>;
  /** The article with another text or state, as the server answered. */
  adopt(article: Article): void;
  /** The same with other comments; its text is not looked at. */
  commented(article: Article): void;
  /** Loads what may have changed at the server. */
  refresh(): Promise<void>;
  /** Shows both texts side by side, where there still are two. */
  decide(): Promise<void>;
  /** What holds of two texts is decided. */
  merged(content: Sides['mine']): Promise<void>;
  /** Goes to a field, showing what hides it. */
  goTo(problem: Place): void;
}

/** Where something is to be put right. */
export interface Place {
  readonly lang: Lang | null;
  readonly field: string;
  readonly code?: string;
}

/** The step was not taken, because the text could not be saved before it. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
  constructor() {
    super('not saved');
  }
}

export const deskKey: InjectionKey<Desk> = Symbol('desk');

export function useDesk(): Desk {
  const desk = inject(deskKey);
  if (desk === undefined) throw new Error('no desk was provided');
  return desk;
}
