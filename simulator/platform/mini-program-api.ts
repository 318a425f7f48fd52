import { digits, letters } from '../state/chance.js';
import { type Codes } from '../state/codes.js';
import { createLinks, type LinkInfo, type Links } from '../state/links.js';
import { type Apis, FileResult, int, isJson, type Json, jsonOf, ok, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

const queryLimit = 1024;
/** All links of a day together may be opened three million times; here nobody opens one. */
const opens = { remain_visit_quota: 3_000_000 };
const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** One white pixel, a real PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

/** The mini-program's calls: reference 11.2 and 11.4 to 11.7. */
export function miniProgramApi(platform: Platform, phoneCodes: Codes): Apis {
  const { clock, miniProgram, random, users } = platform;
  const post = (run: (body: Json) => ReturnType<Apis[string]['run']>): Apis[string] => ({
    method: 'POST',
    token: 'mini-program',
    run: (call) => run(jsonOf(call)),
  });
  const traceId = (): string => `${digits(random, 8)}-${digits(random, 8)}-${digits(random, 8)}`;
  const visitor = (body: Json): void => {
    const user = users.get(str(body, 'openid'));
    if (user === undefined) throw new PlatformError(40003);
    if (![1, 2, 3, 4].includes(int(body['scene']))) throw new PlatformError(40129);
    if (clock.now() - user.visitedAt > 2 * hour) throw new PlatformError(61010);
  };

  const schemes = createLinks();
  const urlLinks = createLinks();
  /** @throws PlatformError 40165, 40212 */
  const linkInfo = (page: Json, expire_time: number): LinkInfo => {
    checkPage(page);
    return {
      appid: miniProgram.account.appid,
      path: str(page, 'path'),
      query: str(page, 'query'),
      create_time: Math.floor(clock.now() / 1000),
      expire_time,
      env_version: str(page, 'env_version') || 'release',
    };
  };

  return {
    '/wxa/business/getuserphonenumber': post((body) => {
      const spent = phoneCodes.spend(str(body, 'code'));
      if ('refused' in spent) throw new PlatformError(spent.refused);
      const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: miniProgram.account.appid };
      const number = '13800138000';
      return {
        ...ok,
        phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
      };
    }),
    '/wxa/msg_sec_check': post((body) => {
      visitor(body);
      const content = str(body, 'content');
      if (content === '') throw new PlatformError(44004);
      if (content.length > 2500) throw new PlatformError(45002);
      return { ...ok, ...verdict(content), trace_id: traceId() };
    }),
    '/wxa/media_check_async': post((body) => {
      visitor(body);
      const url = str(body, 'media_url');
      if (!/^https?:\/\//.test(url)) throw new PlatformError(40066);
      const trace_id = traceId();
      platform.later(() =>
        miniProgram.line.push(str(body, 'openid'), {
          type: 'event',
          event: 'wxa_media_check',
          fields: {
            appid: miniProgram.account.appid,
            trace_id,
            version: 2,
            errcode: 0,
            errmsg: 'ok',
            ...verdict(url),
          },
        }),
      );
      return { ...ok, trace_id };
    }),
    '/wxa/getwxacodeunlimit': post((body) => {
      if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(str(body, 'scene')))
        throw new PlatformError(40169);
      if (/^\/|\?/.test(str(body, 'page'))) throw new PlatformError(41030);
      const width = body['width'] === undefined ? 430 : int(body['width']);
      if (!(width >= 280 && width <= 1280)) throw new PlatformError(40097);
      return new FileResult(pixel, 'image/png', 'code.png');
    }),
    '/wxa/generatescheme': post((body) => {
      const page = isJson(body['jump_wxa']) ? body['jump_wxa'] : {};
      const openlink = `weixin://dl/business/?t=${letters(random, 11)}`;
      schemes.add(openlink, linkInfo(page, expiry(body, clock.now())));
      return { ...ok, openlink };
    }),
    '/wxa/queryscheme': post((body) => ({
      ...ok,
      scheme_info: known(schemes, str(body, 'scheme')),
      quota_info: opens,
    })),
    '/wxa/generate_urllink': post((body) => {
      const url_link = `https://wxaurl.cn/${letters(random, 11)}`;
      urlLinks.add(url_link, linkInfo(body, expiry(body, clock.now())));
      return { ...ok, url_link };
    }),
    '/wxa/query_urllink': post((body) => ({
      ...ok,
      url_link_info: known(urlLinks, str(body, 'url_link')),
      quota_info: opens,
    })),
  };
}

/** `risky-word` is risky, `review-word` wants a look, everything else passes. */
function verdict(text: string) {
  const [suggest, label] = text.includes('risky-word')
    ? (['risky', 20006] as const)
    : text.includes('review-word')
      ? (['review', 20006] as const)
      : (['pass', 100] as const);
  const result = { suggest, label };
  return { result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] };
}

function checkPage(page: Json): void {
  if (str(page, 'path').includes('?')) throw new PlatformError(40165);
  const query = str(page, 'query');
  if (query.length > queryLimit || !/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/.test(query))
    throw new PlatformError(40212);
}

/**
 * When a link ends, in Unix seconds. Thirty days at most; a time in milliseconds is too far away, as the real platform
 * silently treats it. @throws PlatformError 85400
 */
function expiry(body: Json, now: number): number {
  const days = int(body['expire_interval'] ?? 30);
  const until = int(body['expire_time'] ?? 0) * 1000;
  const interval = int(body['expire_type'] ?? 0) === 1;
  if (interval ? !(days >= 1 && days <= 30) : until > now + 30 * day) throw new PlatformError(85400);
  return Math.floor((interval || until === 0 ? now + days * day : until) / 1000);
}

/** @throws PlatformError 40097 for a link that was not made here (the real code is not in the reference) */
function known(links: Links, link: string): LinkInfo {
  const info = links.get(link);
  if (info === undefined) throw new PlatformError(40097);
  return info;
}
