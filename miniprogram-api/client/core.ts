/** What a client's reports and threads share. */
import type { Graph } from '../../questions/types.js';
import type { Backend } from '../../vault/backend.js';
import { equal, fromHex, toHex } from '../../vault/bytes.js';
import { createNoble } from '../../vault/noble.js';
import type { KeyringEntry } from '../../vault/types.js';
import { type Ask, createAsk } from './ask.js';
import type { CleanFile } from './clean-file.js';
import { ApiError } from './errors.js';
import { askLine, type LineAnswer, type LineKeys } from './line.js';
import { cleanPicture } from './metadata/clean-picture.js';
import type { ClientPorts, Lang } from './ports.js';
import { askQuestions, type Questions } from './questions.js';
import { deviceDay, readersOf } from './readers.js';
import { createSlots, type Slots } from './slots.js';

export interface Line extends LineAnswer {
  /** whom a report is sealed to; none if the keys are not the pinned ones */
  readonly readers: readonly KeyringEntry[];
}

export interface Core {
  readonly ports: ClientPorts;
  readonly backend: Backend;
  readonly ask: Ask;
  /** parts of files in memory at once, whatever is under way */
  readonly slots: Slots;
  readonly clean: CleanFile;
  readonly way: 'web' | 'mini-program';
  /** The line as it was read last, read anew if `fresh`. @throws ApiError, NoConnection */
  line(fresh?: boolean): Promise<Line>;
  /** The keys to seal under. @throws ApiError keyring.untrusted (other keys than before), report.not_taken_here (none) */
  keysOf(line: Line): LineKeys;
  questions(lang: Lang, version?: string): Promise<Questions>;
  /** The graph of a version. @throws ApiError questions.unknown_version */
  graph(version: string, lang: Lang): Promise<Graph>;
}

export interface ClientOptions {
  /** the line's root key; left out, the first one that is met is kept for as long as the client lives */
  readonly pin?: Uint8Array;
  /** how a report comes in; `web` unless said */
  readonly way?: 'web' | 'mini-program';
  /** takes out of a picture what it tells beside what it shows; left out, the client's own */
  readonly clean?: CleanFile;
}

const partsAtOnce = 2;

/** What a refusal has for a status when no server gave it. */
const own = 0;

export function createCore(ports: ClientPorts, options: ClientOptions): Core {
  const backend = ports.backend ?? createNoble(ports);
  const ask = createAsk(ports);
  const graphs = new Map<string, Graph>();
  let pinned: { readonly rootPk: Uint8Array; readonly lineId?: string } | null =
    options.pin === undefined ? null : { rootPk: options.pin };
  let known: Line | null = null;

  /** Whether these are the keys of the line that was met first. */
  function isOurs({ rootPk, lineId }: LineKeys): boolean {
    if (pinned === null) pinned = { rootPk, lineId };
    if (!equal(pinned.rootPk, rootPk)) return false;
    pinned = { lineId, ...pinned };
    return pinned.lineId === lineId;
  }

  async function line(fresh = false): Promise<Line> {
    if (known !== null && !fresh) return known;
    const answer = await askLine(ask);
    const { keys, today } = answer;
    const device = deviceDay(ports.now());
    const readers = keys && isOurs(keys) ? await readersOf(backend, keys, today, device, ports) : [];
    known = { ...answer, readers, takesReports: answer.takesReports && readers.length > 0 };
    return known;
  }

  async function questions(lang: Lang, version?: string): Promise<Questions> {
    const asked = await askQuestions(ask, lang, version);
    graphs.set(asked.graph.version, asked.graph);
    return asked;
  }

  return {
    ...{ ports, backend, ask, line, questions },
    clean: options.clean ?? cleanPicture,
    slots: createSlots(partsAtOnce),
    way: options.way ?? 'web',
    keysOf({ keys }) {
      if (keys === null) throw new ApiError('report.not_taken_here', own);
      if (!isOurs(keys)) throw new ApiError('keyring.untrusted', own);
      return keys;
    },
    graph: async (version, lang) => graphs.get(version) ?? (await questions(lang, version)).graph,
  };
}

/** The line's id as bytes. */
export const lineIdOf = ({ lineId }: LineKeys): Uint8Array => fromHex(lineId, 16);

export const drawId = (ports: ClientPorts): string => toHex(ports.random(16));
