/** Subscription messages, of the Official Account (bizsend) and of the mini-program: one per consent. */
import { type Api } from './api.js';
import { send, type SendOutcome } from './send-outcome.js';

export interface Notice {
  readonly openid: string;
  readonly templateId: string;
  /** every field of the template, each within its rule (template-fields) */
  readonly data: Readonly<Record<string, string>>;
  /** a page of the mini-program with its query; of the Official Account a web address; '' for none */
  readonly page: string;
}

/** Refused with 43101: no consent is left. 47003: a field's value is against its rule. */
export type SendNotice = (notice: Notice) => Promise<SendOutcome>;

export function createOfficialAccountNotices(api: Api): SendNotice {
  return (notice) => send(api, { path: '/cgi-bin/message/subscribe/bizsend', json: written(notice) });
}

export function createMiniProgramNotices(
  api: Api,
  state: 'formal' | 'trial' | 'developer' = 'formal',
): SendNotice {
  const path = '/cgi-bin/message/subscribe/send';
  return (notice) =>
    send(api, { path, json: { ...written(notice), miniprogram_state: state, lang: 'zh_CN' } });
}

const written = ({ openid, templateId, data, page }: Notice): object => ({
  touser: openid,
  template_id: templateId,
  ...(page === '' ? {} : { page }),
  data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
});
