import type { Call, Code, Delivery, Entry, MenuButton, Outgoing, Template } from './shapes.js';

/** The simulator's control API. Every call rejects with `ApiError` on a refusal and with `TypeError` without a connection. */
export interface Api {
  follow(): Promise<string>;
  unfollow(openid: string): Promise<void>;
  send(openid: string, message: Outgoing): Promise<{ readonly seq: number }>;
  outbox(openid: string, after: number): Promise<readonly Entry[]>;
  deliveries(openid: string, after: number): Promise<readonly Delivery[]>;
  menu(): Promise<readonly MenuButton[]>;
  templates(): Promise<readonly Template[]>;
  consent(openid: string, templateId: string, status: 'accept' | 'reject'): Promise<void>;
  calls(after: number): Promise<readonly Call[]>;
  /** @param url what the code says */
  scan(openid: string, url: string): Promise<void>;
  /** Codes that the account made lately. */
  codes(): Promise<readonly Code[]>;
}

export class ApiError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new ApiError(response.status);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const person = (openid: string): string => `/users/${encodeURIComponent(openid)}`;

export const api: Api = {
  follow: async () => (await call<{ openid: string }>('POST', '/users', {})).openid,
  unfollow: (openid) => call('DELETE', person(openid)),
  send: (openid, message) => call('POST', `${person(openid)}/messages`, message),
  outbox: (openid, after) => call('GET', `${person(openid)}/outbox?after=${after}`),
  deliveries: (openid, after) => call('GET', `${person(openid)}/deliveries?after=${after}`),
  menu: async () => (await call<{ button: readonly MenuButton[] }>('GET', '/menu')).button,
  templates: () => call('GET', '/templates'),
  consent: (openid, templateId, status) => call('POST', `${person(openid)}/consents`, { templateId, status }),
  calls: (after) => call('GET', `/calls?after=${after}`),
  scan: async (openid, url) => {
    await call('POST', `${person(openid)}/scans`, { url });
  },
  codes: () => call('GET', '/codes'),
};

export const fileUrl = (mediaId: string): string => `wechat/files/${encodeURIComponent(mediaId)}`;
