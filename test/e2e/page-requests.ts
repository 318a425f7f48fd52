/** Requests as the console's page itself would send them, with its cookie and its origin. */
import type { Page } from 'playwright-core';
import type { Article } from '../../console/web/api/article-types.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** @param body what is sent as JSON; a text is sent as it stands */
export const ask = (page: Page, method: string, path: string, body?: unknown): Promise<Answer> =>
  page.evaluate(
    async ([how, to, text]) => {
      const headers = { 'content-type': 'application/json' };
      const sent = text === null ? {} : { headers, body: text };
      const answer = await fetch(`/api${to}`, { method: how, ...sent });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    [
      method,
      path,
      body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    ] as const,
  );

/** The article as the server has it. */
export const stored = async (page: Page, id: string): Promise<Article> =>
  (await ask(page, 'GET', `/articles/${id}`)).body as Article;
