/** What every part of the line shares: clock, chance, keys, stores, the profile, and the use cases on them. */
import { resolve } from 'node:path';
import { createRecordAct } from '../domain/audit/record-act.js';
import { createEnterHolidays } from '../domain/calendar/enter-holidays.js';
import { createPhoneCases } from '../domain/phones/phone-cases.js';
import type { Clock } from '../domain/ports.js';
import { createSends } from '../domain/sending/sends.js';
import { utf8 } from '../vault/utf8.js';
import { toHex } from '../vault/bytes.js';
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
import { openBudget } from './notices/open-budget.js';
import { openNotices } from './notices/open-notices.js';
import { readProfileNotices } from './notices/profile-notices.js';
import { createReach } from './notices/reach.js';
import { openSends } from './notices/send-cases.js';
import { readWechatProfile } from './wechat/profile.js';
import { givenHolidays } from './calendar/given-holidays.js';
import { keepHolidays } from './calendar/keep-holidays.js';
import { createClock } from './clock.js';
import { openStaff } from './console/open-staff.js';
import type { Config } from './settings/configuration.js';
import { openDataFolder, packageRoot } from './storage/data-folder.js';
import { keepDemoKeys, makeLine, readLine } from './keys/line-keys.js';
import { lineSecretOf } from './keys/line-secret.js';
import type { Log } from './log/log.js';
import { profileFor } from './profile.js';
import { openTurns } from './reports/open-turns.js';
import { openUpkeep } from './upkeep/open-upkeep.js';
import { openStorage } from './storage/storage.js';
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

/**
 * Opens everything that has no listener and no timer. `clock`: another time for what is due; what forgets by the clock,
 * and the platform's tokens, keep to the right one. @throws Refusal, DomainError, the system's errors
 */
export async function openCore(config: Config, log: Log, clock: Clock = createClock(config.zone)) {
  const profile = profileFor(config);
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
  const rightClock = createClock(config.zone);
  const ratchet = openRatchet({ path: data.ratchet, random, today: () => rightClock.today() });
  const drafts = createDraftVault({
    ratchet,
    secret,
    random,
    ...(config.lineSecretPrevious === null ? {} : { previous: config.lineSecretPrevious }),
  });
  const holidays = keepHolidays({
    ...{ years: storage.holidayYears, given: givenHolidays(profile.calendar), clock },
    failed: (error) => {
      log.error('holidays.failed', error);
    },
  });
  const sodium = createSodium(createArgon2Pool());
  const hashText = (text: string): string => toHex(sodium.hash(32, utf8(text)));
  const record = createRecordAct({ audit: storage.audit, clock, hash: hashText });
  const requester = createRequester();
  const { officialAccount: account, miniProgram } = wechatClients({
    ...{ config, request: requester.request, tokens: storage.tokens, clock: rightClock, random },
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
  const lineName = {
    zh: profile.texts.zh.get('line.name') ?? '',
    en: profile.texts.en.get('line.name') ?? '',
  };
  const upkeep = openUpkeep({
    ...{ config, data, storage, clock, rightClock, random, record },
    name: lineName,
  });
  const staff = openStaff({ storage, clock, random, secret, previous, record, phones });
  const platform =
    account &&
    createArticlePlatform({
      ...{ client: account, pictures: storage.pictures, renderer, addressOf: articleLink },
    });
  const budget = openBudget({ storage, account, clock, zone: config.zone });
  const articles = openArticles({
    ...{ storage, clock, random, record, budget },
    pictureId: (bytes) => toHex(sodium.hash(16, bytes)),
    platform,
    shows: createShowsPage(config.production ? config.publicUrl : config.localUrl),
    failed: (error) => {
      log.error('articles.failed', error);
    },
  });

  const profileFolder = resolve(packageRoot, config.profile);
  const { notices: forms } = readWechatProfile(profileFolder, profile);
  const sends = openSends({
    ...{ config, storage, backend: sodium, secret, previous, clock, rightClock, random, platform, forms },
    lang: profile.langs[0] ?? 'zh',
    hasPlace: (id) => budget.hasPlace({ kind: 'notice', id }),
    held: async () => (await upkeep.hold()) !== null,
    failed: (error) => {
      log.error('sends.failed', error);
    },
  });
  const notices = openNotices({
    ...{ storage, clock, random, record, hashText, budget, zone: config.zone },
    ...{ publicUrl: config.publicUrl, consoleUrl: config.consoleUrl },
    readHolidays: holidays.read,
    sends: createSends({ sends: storage.sends, recipients: storage.recipients, clock, random }),
    sendTest: phones.sendTest,
    reach: createReach({
      ...{ recipients: storage.recipients, account, clock, forms },
    }),
    lineName,
    given: readProfileNotices(profileFolder, profile).notices,
  });

  const { ready, createTurn } = openTurns({
    ...{ config, profile, storage, clock, random, vault, drafts, backend: sodium, secret, log },
    ...{ holidays: holidays.read, catalogue: articles.catalogue, articleLink },
  });

  return {
    config,
    log,
    profile,
    lineName,
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
    record,
    upkeep,
    staff,
    holidays,
    enterHolidays: createEnterHolidays({ years: storage.holidayYears, clock, record }),
    phones,
    account,
    miniProgram,
    forms,
    sodium,
    secret,
    articles,
    articleLink,
    notices,
    sends,
    categories: categoriesOf(profile),
    /** the folder of the profile */
    profileFolder,
    /** Lets go of everything that `openCore` opened. */
    async close() {
      await channel?.stop();
      requester.close();
      sends.close();
      await storage.close();
    },
  };
}
