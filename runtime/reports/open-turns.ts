/** The turns of a chat on this line's stores: the use cases of reports, and what else a turn may ask for. */
import type { Catalogue } from '../../domain/articles/ports.js';
import type { ReadHolidays } from '../../domain/calendar/ports.js';
import { createLimits } from '../../domain/limits.js';
import type { Clock, Random } from '../../domain/ports.js';
import { createAcceptReport } from '../../domain/reports/accept-report.js';
import { createAddToReport } from '../../domain/reports/add-to-report.js';
import { createOpenThread } from '../../domain/reports/open-thread.js';
import { createReadThread } from '../../domain/reports/read-thread.js';
import { createWithdrawReport } from '../../domain/reports/withdraw-report.js';
import { createFollowUps } from '../../bot/flows/follow-ups.js';
import { createKeepFile, type FilePorts } from '../../bot/flows/keep-files.js';
import { createOpenings } from '../../bot/flows/openings.js';
import type { Profile } from '../../bot/flows/profile.js';
import { createReadings } from '../../bot/flows/readings.js';
import { createRunTurn, type RunTurn } from '../../bot/flows/run-turn.js';
import type { Backend } from '../../vault/backend.js';
import { toBase64url, toHex } from '../../vault/bytes.js';
import { partCount, partSize, sealPart } from '../../vault/evidence.js';
import { kdf } from '../../vault/kdf.js';
import type { NodeDraftVault } from '../../vault/node/create-draft-vault.js';
import type { NodeVault } from '../../vault/node/create-vault.js';
import { utf8 } from '../../vault/utf8.js';
import { renderer } from '../articles/open-articles.js';
import type { Log } from '../log/log.js';
import type { Config } from '../settings/configuration.js';
import type { Storage } from '../storage/storage.js';

export interface TurnParts {
  readonly config: Config;
  readonly profile: Profile;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: NodeVault;
  readonly drafts: NodeDraftVault;
  readonly backend: Backend;
  /** `LINE_SECRET`, 32 bytes */
  readonly secret: Uint8Array;
  readonly holidays: ReadHolidays;
  readonly catalogue: Catalogue;
  readonly articleLink: (slug: string, lang: 'zh' | 'en') => string;
  readonly log: Log;
}

/** How long the answer to "could anybody read a report now" is believed, in milliseconds. */
const readyFor = 5_000;

export function openTurns(parts: TurnParts) {
  const { config, profile, storage, clock, random, vault, drafts, backend, holidays, log } = parts;
  const { reports, keyring, evidence } = storage;
  const readWithin = profile.promise.readWithinWorkingDays;
  const cases = {
    acceptReport: createAcceptReport({ reports, keyring, vault, clock, readWithin, holidays }),
    openThread: createOpenThread({ reports, vault }),
    readThread: createReadThread({ reports, keyring, vault }),
    addToReport: createAddToReport({ reports, vault, clock }),
    withdrawReport: createWithdrawReport({ reports }),
  };
  const limits = createLimits({ clock, ...config.limits });
  const itemKey = kdf(backend, parts.secret, 'item of a message');

  let believed = { until: 0, ready: false };
  /** Whether somebody could read a report that is sent now. */
  async function ready(): Promise<boolean> {
    if (clock.now() >= believed.until) {
      const readers = vault.trusted(await keyring.all(), clock.today());
      believed = { until: clock.now() + readyFor, ready: readers.length > 0 };
    }
    return believed.ready;
  }

  /** Seals a file in parts under a key of its own. */
  const seal: FilePorts['seal'] = (reportId, fileId, bytes) => {
    const key = random(32);
    const total = partCount(bytes.length);
    const parts = Array.from({ length: total }, (_, n) =>
      sealPart(
        backend,
        random,
        key,
        { reportId, fileId, n, total },
        bytes.subarray(n * partSize, (n + 1) * partSize),
      ),
    );
    return { key: toBase64url(key), parts };
  };

  /** The turn of a chat, whatever channel it comes through. */
  function createTurn(fetch: FilePorts['fetch']): RunTurn {
    return createRunTurn({
      ...cases,
      ...{ profile, drafts, clock, random, limits, ready, evidence },
      ...{ sessions: storage.sessions, firstTurns: storage.firstTurns },
      keepFile: createKeepFile({ fetch, seal, evidence, random }),
      followUps: createFollowUps(() => clock.now()),
      openings: createOpenings(() => clock.now()),
      readings: createReadings(() => clock.now()),
      ...{ catalogue: parts.catalogue, plain: (text) => renderer.plain(text) },
      ...{ articleLink: parts.articleLink, graphs: profile.graphs },
      itemId: (reportId, messageId) => toHex(backend.hash(16, utf8(`${reportId} ${messageId}`), itemKey)),
      wait: (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, ms).unref();
        }),
      failed: (error) => {
        log.error('turn.failed', error);
      },
    });
  }

  return { ready, createTurn };
}
