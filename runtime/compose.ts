/** What every part of the line shares: clock, chance, keys, stores, the profile, and the use cases on them. */
import { resolve } from 'node:path';
import { createRecordAct } from '../domain/audit/record-act.js';
import { createLimits } from '../domain/limits.js';
import { createAcceptReport } from '../domain/reports/accept-report.js';
import { createAddToReport } from '../domain/reports/add-to-report.js';
import { createOpenThread } from '../domain/reports/open-thread.js';
import { createReadThread } from '../domain/reports/read-thread.js';
import { createWithdrawReport } from '../domain/reports/withdraw-report.js';
import { createFollowUps } from '../bot/flows/follow-ups.js';
import { createOpenings } from '../bot/flows/openings.js';
import { createReadings } from '../bot/flows/readings.js';
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
import { createRequester } from '../wechat/requester.js';
import { categoriesOf } from './articles/categories.js';
import { openArticles, renderer } from './articles/open-articles.js';
import { createShowsPage } from './articles/shows-page.js';
import { createClock } from './clock.js';
import { openStaff } from './console/open-staff.js';
import type { Config } from './settings/configuration.js';
import { openDataFolder, packageRoot } from './storage/data-folder.js';
import { keepDemoKeys, makeLine, readLine } from './keys/line-keys.js';
import { lineSecretOf } from './keys/line-secret.js';
import type { Log } from './log/log.js';
import { profileFor } from './profile.js';
import { openStorage } from './storage/storage.js';
import { createPhoneCases } from '../domain/phones/phone-cases.js';
import { createPhoneSeal } from '../vault/phone-seal.js';
import { createPhoneChannel } from './wechat/phones.js';
import { createArticlePlatform } from './wechat/article-platform.js';
import { wechatClients } from './wechat/clients.js';

export type Core = Awaited<ReturnType<typeof openCore>>;

/** Calls back after so many milliseconds, unless it is called off; a process ends without it. */
function after(ms: number, fire: () => void): () => void {
  const timer = setTimeout(fire, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
}

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

  const hashText = (text: string): string => toHex(sodium.hash(32, utf8(text)));
  const record = createRecordAct({ audit: storage.audit, clock, hash: hashText });
  const requester = createRequester();
  const { officialAccount: account } = wechatClients({
    ...{ config, request: requester.request, tokens: storage.tokens, clock, random },
  });
  const articleLink = (slug: string, lang: 'zh' | 'en'): string =>
    `${config.publicUrl}/a/${slug}?lang=${lang}`;
  const channel =
    account &&
    createPhoneChannel({
      ...{ client: account, pictures: storage.pictures, renderer, addressOf: articleLink, clock, after },
      failed: (error) => {
        log.error('phones.failed', error);
      },
    });
  const previous = config.lineSecretPrevious;
  const phones = createPhoneCases({
    ...{ phones: storage.phones, links: storage.phoneLinks, channel, staff: storage.staff },
    ...{ articles: storage.articles, audit: storage.audit, record, clock, langs: profile.langs },
    vault: createPhoneSeal(sodium, { secret, random, ...(previous === null ? {} : { previous }) }),
  });
  const staff = openStaff({ storage, clock, random, secret, previous, record, phones });
  const articles = openArticles({
    ...{ storage, clock, random, record },
    pictureId: (bytes) => toHex(sodium.hash(16, bytes)),
    platform:
      account &&
      createArticlePlatform({
        client: account,
        pictures: storage.pictures,
        renderer,
        addressOf: articleLink,
      }),
    shows: createShowsPage(config.production ? config.publicUrl : config.localUrl),
    failed: (error) => {
      log.error('articles.failed', error);
    },
  });

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
      readings: createReadings(() => clock.now()),
      ...{ catalogue: articles.catalogue, plain: (text) => renderer.plain(text), articleLink },
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
    hashText,
    staff,
    phones,
    account,
    articles,
    articleLink,
    categories: categoriesOf(profile),
    /** the folder of the profile */
    profileFolder: resolve(packageRoot, config.profile),
    /** Lets go of everything that `openCore` opened. */
    async close() {
      await channel?.stop();
      requester.close();
      await storage.close();
    },
  };
}
