/** What every journey needs. */
import type { Client, Lang, Line, OpenedThread } from '../ports.js';
import type { Shell } from '../shell.js';
import type { Steps } from '../steps.js';
import type { Texts } from '../texts/texts.js';

export interface JourneyParts {
  readonly client: Client;
  readonly shell: Shell;
  readonly steps: Steps;
  readonly texts: Texts;
  readonly lang: Lang;
  /** the page's own address, as it is written on paper */
  readonly address: string;
}

export interface ThreadParts extends JourneyParts {
  readonly line: Line;
  readonly thread: OpenedThread;
  readonly closed: () => void;
}

/** What is written in the thread's fields and not sent, by field. */
export type Written = Map<string, string>;
