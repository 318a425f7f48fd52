import { digits } from '../state/chance.js';
import { keepLatest } from '../state/latest.js';
import { type User } from '../state/users.js';
import { previewUrl } from './addresses.js';
import {
  type Apis,
  certifiedPost,
  int,
  isJson,
  type Json,
  list,
  obj,
  ok,
  type Platform,
  str,
} from './api.js';
import { customMessage } from './custom-message.js';
import { type Drafts } from './drafts.js';
import { PlatformError } from './errors.js';
import { type MassContent, type MassJob, type MassJobs, statusOf } from './mass-jobs.js';
import { newsCard } from './news-card.js';
import { removeFrom } from './publications.js';

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;

/** Mass sends: reference 10.7. */
export function massApi(platform: Platform, drafts: Drafts, jobs: MassJobs): Apis {
  const { base, clock, officialAccount, random, users } = platform;
  const ids = new Map<string, { readonly msgId: string; readonly at: number }>();
  let sent: { readonly at: number; readonly all: boolean }[] = [];

  /** A subscription account sends once a day, a service account to everybody once a day. */
  const checkQuota = (all: boolean): void => {
    sent = sent.filter(({ at }) => at > clock.now() - day);
    const subscription = officialAccount.account.kind === 'subscription';
    if (subscription ? sent.length > 0 : all && sent.some((one) => one.all)) throw new PlatformError(45028);
  };
  const checkClientId = (id: string): void => {
    if (Buffer.byteLength(id) > 64) throw new PlatformError(45067);
    const known = ids.get(id);
    if (known === undefined || known.at <= clock.now() - day) return;
    if (known.at > clock.now() - minute) throw new PlatformError(45066);
    throw new PlatformError(45065, '', { msg_id: known.msgId });
  };
  const draftIn = (body: Json): string | null =>
    str(body, 'msgtype') === 'mpnews' ? str(obj(body, 'mpnews'), 'media_id') : null;
  const contentOf = (body: Json): MassContent => {
    const id = draftIn(body);
    return id === null
      ? { is: 'message', shown: customMessage(body, platform) }
      : { is: 'draft', id, articles: drafts.take(id) };
  };
  const submit = (body: Json, audience: readonly User[], all: boolean): Json => {
    const clientId =
      str(body, 'clientmsgid') ||
      JSON.stringify([body['filter'], body['touser'], body[str(body, 'msgtype')]]).slice(0, 64);
    checkClientId(clientId);
    checkQuota(all);
    const { msgId, dataId } = jobs.submit(contentOf(body), audience);
    ids.set(clientId, { msgId, at: clock.now() });
    keepLatest(ids, 1_000);
    sent.push({ at: clock.now(), all });
    return {
      errcode: 0,
      errmsg: 'send job submission success',
      msg_id: Number(msgId),
      msg_data_id: Number(dataId),
    };
  };
  const known = (body: Json): MassJob => {
    const job = jobs.get(String(body['msg_id']));
    if (job === undefined) throw new PlatformError(40035);
    return job;
  };

  return {
    '/cgi-bin/message/mass/sendall': certifiedPost((body) => {
      const filter = isJson(body['filter']) ? body['filter'] : {};
      const all = filter['is_to_all'] === true;
      const tag = int(filter['tag_id']);
      if (!all && Number.isNaN(tag)) throw new PlatformError(45159);
      return submit(
        body,
        [...users.all()].filter((u) => u.following && (all || u.tags.has(tag))),
        all,
      );
    }),
    '/cgi-bin/message/mass/send': certifiedPost((body) => {
      if (officialAccount.account.kind === 'subscription') throw new PlatformError(48001);
      const openids = list(body, 'touser').map(String);
      if (openids.length < 2) throw new PlatformError(40130);
      if (openids.length > 10_000) throw new PlatformError(40032);
      const audience = openids.map((openid) => users.get(openid)).filter((user) => user !== undefined);
      return submit(body, audience, false);
    }),
    '/cgi-bin/message/mass/preview': certifiedPost((body) => {
      const user = users.get(str(body, 'touser'));
      if (user === undefined) throw new PlatformError(40003);
      const id = draftIn(body);
      const shown =
        id === null
          ? customMessage(body, platform)
          : newsCard(drafts.get(id), base, (idx) => previewUrl(base, id, idx));
      users.show(user, 'mass', shown);
      return { errcode: 0, errmsg: 'preview success', msg_id: Number(digits(random, 9)) };
    }),
    '/cgi-bin/message/mass/get': certifiedPost((body) => ({
      msg_id: body['msg_id'],
      msg_status: statusOf(known(body)),
    })),
    // Only articles that were sent: their pages close, the cards in the chats stay.
    '/cgi-bin/message/mass/delete': certifiedPost((body) => {
      const { publication } = known(body);
      const idx = body['article_idx'] === undefined ? 0 : int(body['article_idx']);
      if (publication === null || !removeFrom(publication, idx)) throw new PlatformError(40035);
      return ok;
    }),
    '/cgi-bin/message/mass/speed/get': certifiedPost(() => ({ speed: 3, realspeed: 15 })),
  };
}
