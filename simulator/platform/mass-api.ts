import { digits } from '../state/chance.js';
import { keepLatest } from '../state/latest.js';
import { dayOf } from '../state/platform-day.js';
import { type ReadingFigures } from '../state/reading-figures.js';
import { type Shown } from '../state/shown.js';
import { type User } from '../state/users.js';
import { type Apis, int, isJson, type Json, jsonOf, list, obj, ok, type Platform, str } from './api.js';
import { customMessage } from './custom-message.js';
import { type Drafts } from './drafts.js';
import { PlatformError } from './errors.js';

const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;
const perFollowerAMonth = 4;

/** Mass sends: reference 10.7. Followers see the message; the account hears of the result a little later. */
export function massApi(platform: Platform, drafts: Drafts, readings: ReadingFigures): Apis {
  const { base, clock, officialAccount, random, users } = platform;
  const ids = new Map<string, { readonly msgId: string; readonly at: number }>();
  let sent: { readonly at: number; readonly all: boolean }[] = [];
  const received = new Map<string, number>();

  const month = (): string => dayOf(clock.now()).slice(0, 7);

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
  const contentOf = (body: Json, take: boolean): Shown => {
    if (str(body, 'msgtype') !== 'mpnews') return customMessage(body, platform);
    const id = str(obj(body, 'mpnews'), 'media_id');
    const articles = take ? drafts.take(id) : drafts.get(id);
    return {
      type: 'news',
      articles: articles.map((a, i) => ({
        title: str(a, 'title'),
        description: str(a, 'digest'),
        picUrl: '',
        url: str(a, 'content_source_url') || `${base}/simulator/wechat/articles/${id}/${i + 1}`,
      })),
    };
  };

  const submit = (body: Json, audience: readonly User[], all: boolean): Json => {
    const clientId =
      str(body, 'clientmsgid') ||
      JSON.stringify([body['filter'], body['touser'], body[str(body, 'msgtype')]]).slice(0, 64);
    checkClientId(clientId);
    checkQuota(all);
    const shown = contentOf(body, true);
    const msgId = digits(random, 10);
    ids.set(clientId, { msgId, at: clock.now() });
    keepLatest(ids, 1_000);
    sent.push({ at: clock.now(), all });
    const dataId = digits(random, 9);
    platform.later(() => deliver(msgId, dataId, shown, audience));
    return {
      errcode: 0,
      errmsg: 'send job submission success',
      msg_id: Number(msgId),
      msg_data_id: Number(dataId),
    };
  };

  const deliver = async (
    msgId: string,
    dataId: string,
    shown: Shown,
    audience: readonly User[],
  ): Promise<void> => {
    const reached = audience.filter((user) => user.following && mayReceive(user));
    for (const user of reached) users.show(user, 'mass', shown);
    if (shown.type === 'news') {
      const titles = shown.articles.map(({ title }) => title);
      readings.sent(dataId, titles, dayOf(clock.now()), reached.length);
    }
    await officialAccount.line.push('o_mphelper', {
      type: 'event',
      event: 'MASSSENDJOBFINISH',
      fields: {
        MsgID: BigInt(msgId),
        Status: 'send success',
        TotalCount: audience.length,
        FilterCount: reached.length,
        SentCount: reached.length,
        ErrorCount: 0,
      },
    });
  };
  const mayReceive = (user: User): boolean => {
    if (officialAccount.account.kind === 'subscription') return true;
    const key = `${user.openid} ${month()}`;
    const n = (received.get(key) ?? 0) + 1;
    received.set(key, n);
    keepLatest(received, 20_000);
    return n <= perFollowerAMonth;
  };

  const post = (run: (body: Json) => Json): Apis[string] => ({
    method: 'POST',
    token: 'official-account',
    certified: true,
    run: (call) => run(jsonOf(call)),
  });
  return {
    '/cgi-bin/message/mass/sendall': post((body) => {
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
    '/cgi-bin/message/mass/send': post((body) => {
      if (officialAccount.account.kind === 'subscription') throw new PlatformError(48001);
      const openids = list(body, 'touser').map(String);
      if (openids.length < 2) throw new PlatformError(40130);
      if (openids.length > 10_000) throw new PlatformError(40032);
      const audience = openids.map((openid) => users.get(openid)).filter((user) => user !== undefined);
      return submit(body, audience, false);
    }),
    '/cgi-bin/message/mass/preview': post((body) => {
      const user = users.get(str(body, 'touser'));
      if (user === undefined) throw new PlatformError(40003);
      users.show(user, 'mass', contentOf(body, false));
      return { errcode: 0, errmsg: 'preview success', msg_id: Number(digits(random, 9)) };
    }),
    '/cgi-bin/message/mass/get': post((body) => {
      if (![...ids.values()].some(({ msgId }) => msgId === String(body['msg_id'])))
        throw new PlatformError(40035);
      return { msg_id: body['msg_id'], msg_status: 'SEND_SUCCESS' };
    }),
    '/cgi-bin/message/mass/delete': post((body) => {
      if (![...ids.values()].some(({ msgId }) => msgId === String(body['msg_id'])))
        throw new PlatformError(40035);
      return ok;
    }),
    '/cgi-bin/message/mass/speed/get': post(() => ({ speed: 3, realspeed: 15 })),
  };
}
