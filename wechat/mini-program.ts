/** The mini-program's own calls: who logged in, whether a public text is clean, code pictures. */
import { type Api } from './api.js';
import { NoAnswerError } from './errors.js';
import { objectOf, objectsOf, stringOf } from './json.js';
import { type MediaFile } from './media.js';

export interface Login {
  readonly openid: string;
  /** base64 of 16 bytes; never leaves the server */
  readonly sessionKey: string;
}

export interface TextVerdict {
  readonly suggest: 'pass' | 'review' | 'risky';
  /** to be logged: it names the check to the platform's support */
  readonly traceIds: readonly string[];
}

export interface CodePicture {
  /** at most 32 of `0-9A-Za-z!#$&'()*+,/:;=?@-._~` */
  readonly scene: string;
  /** without leading slash and query */
  readonly page: string;
  /** 280 to 1280 */
  readonly width: number;
}

export interface MiniProgram {
  /** A code of wx.login works once and for five minutes. @throws WechatError 40029, 40163 (ask for a new one), 40226 */
  login(code: string): Promise<Login>;
  /**
   * For public content only, never for a report. Long texts are checked in parts, the worst verdict counts.
   * @throws WechatError 61010 when the person has not used the mini-program for two hours
   */
  checkText(openid: string, text: string): Promise<TextVerdict>;
  /** @throws WechatError 41030, 40129, 40169 */
  codePicture(code: CodePicture): Promise<MediaFile>;
}

const partLength = 2500;
const comment = 2;
const severity = ['pass', 'review', 'risky'] as const;

export function createMiniProgram(api: Api): MiniProgram {
  async function checkPart(openid: string, content: string): Promise<{ worst: number; traceId: string }> {
    const json = { version: 2, openid, scene: comment, content };
    const answer = await api.json({ path: '/wxa/msg_sec_check', json, repeatable: true });
    // A detail counts only if its own check succeeded; a verdict we do not know is looked at by a person.
    const verdicts = [objectOf(answer, 'result')]
      .concat(objectsOf(answer, 'detail').filter((detail) => stringOf(detail, 'errcode') === '0'))
      .map((part) => severity.findIndex((word) => word === stringOf(part, 'suggest')))
      .map((rank) => (rank < 0 ? 1 : rank));
    return { worst: Math.max(...verdicts), traceId: stringOf(answer, 'trace_id') };
  }

  return {
    async login(code) {
      const query = { js_code: code, grant_type: 'authorization_code' };
      const json = await api.withSecret({ path: '/sns/jscode2session', query, repeatable: false });
      return { openid: stringOf(json, 'openid'), sessionKey: stringOf(json, 'session_key') };
    },
    async checkText(openid, text) {
      const parts = [];
      for (const part of partsOf(text)) parts.push(await checkPart(openid, part));
      const worst = Math.max(0, ...parts.map((part) => part.worst));
      return { suggest: severity[worst] ?? 'review', traceIds: parts.map((part) => part.traceId) };
    },
    async codePicture({ scene, page, width }) {
      const path = '/wxa/getwxacodeunlimit';
      const answer = await api.call({
        path,
        json: { scene, page, width, check_path: true },
        repeatable: true,
      });
      if (answer.kind === 'bytes') return answer;
      throw new NoAnswerError(path, 'unknown', 'unreadable');
    },
  };
}

/** At most 2,500 characters each, at the end of a sentence if there is one in the second half. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > partLength) {
    const head = rest.slice(0, partLength);
    const sentence = Math.max(...['。', '！', '？', '\n', '. '].map((end) => head.lastIndexOf(end))) + 1;
    const lone = /[\ud800-\udbff]$/.test(head) ? partLength - 1 : partLength;
    const end = sentence > partLength / 2 ? sentence : lone;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? parts : [...parts, rest];
}
