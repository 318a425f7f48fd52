import { type WritableFields } from '../../wechat/xml.js';
import { digits, letters } from '../state/chance.js';
import { consentKey, type User } from '../state/users.js';
import {
  type Apis,
  type Call,
  type Client,
  int,
  isJson,
  type Json,
  jsonOf,
  list,
  ok,
  type Platform,
  str,
} from './api.js';
import { PlatformError } from './errors.js';
import { checkFields, type Template } from './template-fields.js';

/** Notices that people agreed to, and templates of the account: reference 10.8, 10.9, 11.3. */
export function noticeApi(platform: Platform, chosen: readonly Template[]): Apis {
  const { officialAccount, miniProgram, random, users } = platform;
  const templates = new Map(chosen.map((template) => [template.id, template]));

  /** In this order: may the account, is there such a person, such a form, such a page, do the fields fit. */
  const read = (
    call: Call,
    checkPage: (body: Json) => void = () => undefined,
  ): { user: User; template: Template; fields: Readonly<Record<string, string>>; body: Json } => {
    maySend(call.client);
    const body = jsonOf(call);
    const user = users.get(str(body, 'touser'));
    if (user === undefined) throw new PlatformError(40003);
    const template = templates.get(str(body, 'template_id'));
    if (template === undefined) throw new PlatformError(40037);
    checkPage(body);
    return { user, template, fields: checkFields(body['data'], template), body };
  };
  /** Forms belong to service accounts that are certified, and to mini-programs. */
  const maySend = ({ account }: Client): void => {
    if (account.kind === 'mini-program') return;
    if (account.kind === 'subscription' || !account.certified) throw new PlatformError(48001);
  };
  const spendConsent = (client: Client, user: User, template: Template): void => {
    const key = consentKey(client.account, template.id);
    const left = user.consents.get(key) ?? 0;
    if (left < 1) throw new PlatformError(43101);
    user.consents.set(key, left - 1);
  };
  const report = (client: Client, user: User, event: string, fields: WritableFields): void => {
    platform.later(() => client.line.push(user.openid, { type: 'event', event, fields }));
  };
  const sent = (template: Template, msgId: string): WritableFields => ({
    TemplateId: template.id,
    MsgID: msgId,
    ErrorCode: '0',
    ErrorStatus: 'success',
  });

  return {
    '/cgi-bin/message/subscribe/bizsend': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const { user, template, fields, body } = read(call, checkLinks);
        spendConsent(officialAccount, user, template);
        users.show(user, 'subscribe', {
          type: 'card',
          title: template.title,
          page: str(body, 'page'),
          fields,
        });
        report(officialAccount, user, 'subscribe_msg_sent_event', {
          SubscribeMsgSentEvent: { List: sent(template, digits(random, 19)) },
        });
        return ok;
      },
    },
    '/cgi-bin/message/subscribe/send': {
      method: 'POST',
      token: 'mini-program',
      run: (call) => {
        const { user, template, fields, body } = read(call, checkMiniProgram);
        const page = str(body, 'page');
        spendConsent(miniProgram, user, template);
        users.show(user, 'subscribe', { type: 'card', title: template.title, page, fields });
        report(miniProgram, user, 'subscribe_msg_sent_event', { List: [sent(template, digits(random, 19))] });
        return ok;
      },
    },
    '/cgi-bin/message/template/send': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const { user, template, fields, body } = read(call);
        if (!user.following) throw new PlatformError(43004);
        users.show(user, 'template', { type: 'card', title: template.title, page: str(body, 'url'), fields });
        const msgId = digits(random, 9);
        report(officialAccount, user, 'TEMPLATESENDJOBFINISH', { MsgID: BigInt(msgId), Status: 'success' });
        return { ...ok, msgid: Number(msgId) };
      },
    },
    '/cgi-bin/template/get_all_private_template': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: () => ({
        template_list: [...templates.values()].map((template) => ({
          template_id: template.id,
          title: template.title,
          primary_industry: '',
          deputy_industry: '',
          content: contentOf(template),
          example: '',
        })),
      }),
    },
    '/wxaapi/newtmpl/gettemplate': {
      method: 'GET',
      token: 'either',
      run: (call) => {
        maySend(call.client);
        const data = [...templates.values()].map((template) => ({
          priTmplId: template.id,
          title: template.title,
          content: contentOf(template),
          example: '',
          type: 2,
        }));
        return { ...ok, data };
      },
    },
    '/wxaapi/newtmpl/addtemplate': {
      method: 'POST',
      token: 'either',
      run: (call) => {
        maySend(call.client);
        const body = jsonOf(call);
        const tid = str(body, 'tid');
        const kinds = list(body, 'kidList').map(int);
        if (str(body, 'sceneDesc').length > 15) throw new PlatformError(200021);
        if (tid === '' || kinds.length < 2 || kinds.length > 5) throw new PlatformError(200014);
        if (templates.size >= mostTemplates) throw new PlatformError(200012);
        const id = letters(random, 43);
        templates.set(id, { id, title: tid, keys: kinds.map((kid) => `thing${kid}`) });
        return { ...ok, priTmplId: id };
      },
    },
    '/wxaapi/newtmpl/deltemplate': {
      method: 'POST',
      token: 'either',
      run: (call) => {
        maySend(call.client);
        if (!templates.delete(str(jsonOf(call), 'priTmplId'))) throw new PlatformError(40037);
        return ok;
      },
    },
  };
}

/** Forms that an account may have chosen at once. */
const mostTemplates = 25;

/** A web address, or nothing; a mini-program to open brings its appid. */
function checkLinks(body: Json): void {
  const page = str(body, 'page');
  if (page !== '' && !/^https?:\/\//.test(page)) throw new PlatformError(41030);
  const target = body['miniprogram'];
  if (target !== undefined && (!isJson(target) || str(target, 'appid') === ''))
    throw new PlatformError(40013);
}

/** A page of the mini-program, without a leading slash; one of its three states. */
function checkMiniProgram(body: Json): void {
  const page = str(body, 'page');
  if (page.startsWith('/') || /^[a-z]+:/i.test(page)) throw new PlatformError(41030);
  const state = str(body, 'miniprogram_state') || 'formal';
  if (!['formal', 'trial', 'developer'].includes(state)) throw new PlatformError(40097);
}

const contentOf = ({ keys }: Template): string => keys.map((key) => `${key}:{{${key}.DATA}}`).join('\n');
