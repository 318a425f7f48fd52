/** A whole line in memory: the real engine, flows and use cases on a real profile, with fakes for what is outside. */
import { join } from 'node:path';
import { createLimits } from '../../domain/limits.js';
import type { Catalogue } from '../../domain/articles/ports.js';
import type { FirstTurns, Sessions } from '../../domain/drafts/ports.js';
import type { Reports } from '../../domain/reports/ports.js';
import { createAcceptReport } from '../../domain/reports/accept-report.js';
import { createAddToReport } from '../../domain/reports/add-to-report.js';
import { createOpenThread } from '../../domain/reports/open-thread.js';
import { createReadThread } from '../../domain/reports/read-thread.js';
import { createWithdrawReport } from '../../domain/reports/withdraw-report.js';
import type { Handle, Input, State, Who } from '../../bot/dialogue/types.js';
import { decodeKept, isOver, type Kept } from '../../bot/flows/conversation.js';
import { createFollowUps } from '../../bot/flows/follow-ups.js';
import { createOpenings } from '../../bot/flows/openings.js';
import { createReadings } from '../../bot/flows/readings.js';
import { createKeepFile, type FilePorts } from '../../bot/flows/keep-files.js';
import { loadProfile } from '../../bot/flows/load-profile.js';
import type { Profile } from '../../bot/flows/profile.js';
import { createRunTurn, type RunTurn } from '../../bot/flows/run-turn.js';
import { addDays } from '../../questions/day.js';
import { chatArticles } from './chat-articles.js';
import { memoryCatalogue } from './fakes/catalogue.js';
import { handClock } from './fakes/clock.js';
import { plainHolidays } from './fakes/holidays.js';
import { toyDrafts } from './fakes/drafts.js';
import { memoryEvidence } from './fakes/evidence.js';
import { memoryFirstTurns } from './fakes/first-turns.js';
import { memoryKeyring } from './fakes/keyring.js';
import { memoryReports } from './fakes/reports.js';
import { memorySessions } from './fakes/sessions.js';
import { toyReader, toyVault } from './fakes/vault.js';

// Under jest and from dist/test/support alike, the package lies where npm runs.
const root = process.cwd();
const profiles = new Map<string, Profile>();

/** A profile of this repository, read once. */
export function profileNamed(name: string): Profile {
  const found =
    profiles.get(name) ?? loadProfile(join(root, 'bot/flows'), join(root, 'profiles', name)).profile;
  profiles.set(name, found);
  return found;
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): (bytes: number) => Uint8Array {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, () => next() & 0xff);
}

export interface LineOptions {
  readonly profile?: string;
  readonly now?: string;
  readonly seed?: number;
  readonly sessions?: Sessions;
  /** where `keptOf` looks, when `sessions` fails now and then */
  readonly peek?: Sessions;
  /** one for each process; by default all share one */
  readonly firstTurns?: () => FirstTurns;
  readonly reports?: Reports;
  readonly fetch?: FilePorts['fetch'];
  readonly reportsDay?: number;
  readonly triesHour?: number;
  readonly readers?: boolean;
  /** resolves after so many milliseconds; by default it never does */
  readonly wait?: (ms: number) => Promise<void>;
  /** articles from elsewhere than `chat-articles` */
  readonly catalogue?: Catalogue;
  /** a vault that is slow or fails */
  readonly vault?: ReturnType<typeof toyVault>;
}

export type Line = ReturnType<typeof createLine>;

/** Makes a line; `process()` makes one more process on the same stores, with a memory of its own. */
export function createLine(options: LineOptions = {}) {
  const profile = profileNamed(options.profile ?? 'national-security');
  const clock = handClock(options.now ?? '2026-11-22T10:00:00+08:00');
  const random = seeded(options.seed ?? 1);
  const memory = memorySessions();
  const stored = memoryReports();
  const sessions = options.sessions ?? memory;
  const reports = options.reports ?? stored;
  const firstTurns = memoryFirstTurns(rowsOf(options.peek ?? sessions));
  const evidence = memoryEvidence();
  const catalogue = memoryCatalogue(...chatArticles);
  const { keys, entry } = toyReader('recovery', 7);
  const keyring = options.readers === false ? memoryKeyring() : memoryKeyring(entry);
  const vault = options.vault ?? toyVault();
  const errors: unknown[] = [];
  /** Every message as it was rendered. */
  const said: string[] = [];
  const keptDays = (day: string): readonly string[] => [0, 1, 2, 3].map((back) => addDays(day, -back));
  const drafts = toyDrafts(() => clock.today(), keptDays);

  function process(): RunTurn {
    return createRunTurn({
      profile,
      sessions,
      firstTurns: options.firstTurns?.() ?? firstTurns,
      drafts,
      clock,
      random,
      evidence,
      limits: createLimits({
        clock,
        reportsDay: options.reportsDay ?? 3,
        triesHour: options.triesHour ?? 10,
      }),
      acceptReport: createAcceptReport({
        ...{ reports, keyring, vault, clock },
        holidays: async () => plainHolidays(),
        readWithin: profile.promise.readWithinWorkingDays,
      }),
      openThread: createOpenThread({ reports, vault }),
      readThread: createReadThread({ reports, keyring, vault }),
      addToReport: createAddToReport({ reports, vault, clock }),
      withdrawReport: createWithdrawReport({ reports }),
      keepFile: createKeepFile({
        fetch: options.fetch ?? (async () => ({ bytes: Uint8Array.of(1, 2, 3), type: 'image/jpeg' })),
        seal: (_report, _file, bytes) => ({ key: 'toy', parts: [bytes] }),
        evidence,
        random,
      }),
      followUps: createFollowUps(() => clock.now()),
      openings: createOpenings(() => clock.now()),
      readings: createReadings(() => clock.now()),
      catalogue: options.catalogue ?? catalogue,
      plain: (markdown) => markdown.replace(/\n{2,}/g, '\n'),
      articleLink: (slug, lang) => `https://line.example/a/${slug}?lang=${lang}`,
      graphs: profile.graphs,
      itemId: (reportId, messageId) =>
        Array.from(`${reportId}${messageId}`)
          .reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 2 ** 40, 7)
          .toString(16)
          .padStart(32, '0'),
      wait: options.wait ?? (() => new Promise(() => undefined)),
      ready: async () => vault.trusted(await keyring.all(), clock.today()).length > 0,
      failed: (error) => errors.push(error),
    });
  }

  const whoIs = (account: string): Who => ({
    handle: `handle ${account}` as Handle,
    tags: drafts.tags(account),
  });
  /** What is stored of somebody's conversation, opened. */
  async function keptOf(account: string): Promise<Kept | null> {
    const row = await (options.peek ?? memory).load(drafts.tags(account));
    const opened = row === null ? null : drafts.open(row);
    const kept = opened === null ? null : decodeKept(opened.plain);
    return kept === null || isOver(kept, clock.now() / 1_000) ? null : kept;
  }
  async function stateOf(account = 'oPerson'): Promise<State | null> {
    const kept = await keptOf(account);
    return kept !== null && 'state' in kept ? kept.state : null;
  }
  return {
    profile,
    clock,
    keptOf,
    stateOf,
    random,
    memory,
    stored,
    reports,
    evidence,
    catalogue,
    keyring,
    vault,
    deskKeys: keys,
    errors,
    said,
    process,
    whoIs,
  };
}

/** Where a store keeps its rows, as far as it shows them. */
const rowsOf = (sessions: Sessions): ReadonlyMap<string, unknown> | null =>
  'rows' in sessions && sessions.rows instanceof Map ? sessions.rows : null;

/** What an input is, without the id and time that every delivery has. */
export type Said = Input extends infer One ? (One extends Input ? Omit<One, 'id' | 'at'> : never) : never;

export interface Person {
  /** Sends a text and answers what is said back, taps as the plain labels a person sees. */
  says(text: string): Promise<string>;
  sends(said: Said): Promise<string>;
  /** The last input again, as the platform repeats it. */
  again(): Promise<string>;
}

/** Somebody who talks to the line, one message after the other. */
export function createPerson(line: Line, runTurn: RunTurn, account = 'oPerson', from = 0): Person {
  let count = from;
  let last: Input | null = null;
  const deliver = async (input: Input): Promise<string> => {
    const text = (await runTurn(line.whoIs(account), input))?.text ?? '';
    line.said.push(text);
    return visible(text);
  };
  const sends = (said: Said): Promise<string> => {
    count += 1;
    line.clock.advance(1_000);
    last = { ...said, id: `${account}-${String(count)}`, at: Math.floor(line.clock.now() / 1_000) };
    return deliver(last);
  };
  return {
    says: (text) => sends({ t: 'text', text }),
    sends,
    again: () => (last === null ? Promise.resolve('') : deliver(last)),
  };
}

/** A message as a person sees it: links as their labels. */
export const visible = (text: string): string => text.replace(/<a [^>]*>(.*?)<\/a>/g, '$1');
