/** What every part of the line shares: clock, chance, keys, stores, the profile, and the use cases on them. */
import { createLimits } from '../domain/limits.js';
import { createAcceptReport } from '../domain/reports/accept-report.js';
import { createAddToReport } from '../domain/reports/add-to-report.js';
import { createOpenThread } from '../domain/reports/open-thread.js';
import { createReadThread } from '../domain/reports/read-thread.js';
import { createWithdrawReport } from '../domain/reports/withdraw-report.js';
import { createFollowUps } from '../bot/flows/follow-ups.js';
import { createOpenings } from '../bot/flows/openings.js';
import { createKeepFile, type FilePorts } from '../bot/flows/keep-files.js';
import { createRunTurn, type RunTurn } from '../bot/flows/run-turn.js';
import { utf8 } from '../vault/utf8.js';
import { toBase64url, toHex } from '../vault/bytes.js';
import { kdf } from '../vault/kdf.js';
import { partCount, partSize, sealPart } from '../vault/evidence.js';
import { createDraftVault } from '../vault/node/create-draft-vault.js';
import { createVault } from '../vault/node/create-vault.js';
import { createArgon2Pool } from '../vault/node/argon2.js';
import { createRandom } from '../vault/node/random.js';
import { openRatchet } from '../vault/node/ratchet-file.js';
import { createSodium } from '../vault/node/sodium.js';
import { createClock } from './clock.js';
import type { Config } from './settings/configuration.js';
import { openDataFolder } from './storage/data-folder.js';
import { keepDemoKeys, makeLine, readLine } from './keys/line-keys.js';
import { lineSecretOf } from './keys/line-secret.js';
import type { Log } from './log/log.js';
import { profileFor } from './profile.js';
import { openStorage } from './storage/storage.js';

export type Core = Awaited<ReturnType<typeof openCore>>;

/** How long the answer to "could anybody read a report now" is believed, in milliseconds. */
const readyFor = 5_000;

/** Opens everything that has no listener and no timer. @throws Refusal, DomainError, the system's errors */
export async function openCore(config: Config, log: Log) {
  const profile = profileFor(config);
  const clock = createClock(config.zone);
  const random = createRandom();
  const data = openDataFolder(config.dataDir);
  const secret = lineSecretOf(config, data, random);
  const made = config.production ? null : makeLine(data, random, clock.today());
  if (made !== null) keepDemoKeys(data, made.paper);
  const line = readLine(data);
  const storage = await openStorage(config, data, { clock, random });
  if (line !== null) await storage.keyring.add(line.recovery);

  // Before `keys -- init` nothing can be sealed; a vault of no line trusts nobody, so no report is taken.
  const nobody = { lineId: '0'.repeat(32), rootPk: new Uint8Array(32) };
  const vault = createVault({ ...(line ?? nobody), random });
  const ratchet = openRatchet({ path: data.ratchet, random, today: () => clock.today() });
  const drafts = createDraftVault({
    ratchet,
    secret,
    random,
    ...(config.lineSecretPrevious === null ? {} : { previous: config.lineSecretPrevious }),
  });
  const calendar = { ...profile.calendar, readWithin: profile.promise.readWithinWorkingDays };
  const { reports, keyring } = storage;
  const cases = {
    acceptReport: createAcceptReport({ reports, keyring, vault, clock, calendar }),
    openThread: createOpenThread({ reports, vault }),
    readThread: createReadThread({ reports, keyring, vault }),
    addToReport: createAddToReport({ reports, vault, clock }),
    withdrawReport: createWithdrawReport({ reports }),
  };
  const limits = createLimits({ clock, ...config.limits });
  const sodium = createSodium(createArgon2Pool());
  const itemKey = kdf(sodium, secret, 'item of a message');

  let believed = { until: 0, ready: false };
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
        sodium,
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
      profile,
      sessions: storage.sessions,
      firstTurns: storage.firstTurns,
      evidence: storage.evidence,
      drafts,
      clock,
      random,
      limits,
      keepFile: createKeepFile({ fetch, seal, evidence: storage.evidence, random }),
      followUps: createFollowUps(() => clock.now()),
      openings: createOpenings(() => clock.now()),
      articles: profile.articles,
      graphs: profile.graphs,
      itemId: (reportId, messageId) => toHex(sodium.hash(16, utf8(`${reportId} ${messageId}`), itemKey)),
      wait: (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, ms).unref();
        }),
      ready,
      failed: (error) => {
        log.error('turn.failed', error);
      },
    });
  }

  return {
    config,
    log,
    profile,
    clock,
    random,
    data,
    line,
    storage,
    vault,
    drafts,
    ratchet,
    ready,
    createTurn,
    firstKeys: made !== null,
  };
}
