/** The line's front page, on a phone, a tablet and a desk, light and dark, in both languages. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import Koa from 'koa';
import type { Browser } from 'playwright-core';
import { homePage } from '../../miniprogram-api/pages/home-page.js';
import { homeOf } from '../../runtime/home.js';
import { inspectProfile } from '../../runtime/profile.js';
import { lookAt, openForm } from './report-stage/open-form.js';
import { launch } from './simulator-browser.js';

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  const tokens = readFileSync('web/tokens/tokens.css', 'utf8');
  const links = {
    ...{ report: '/report', articles: '/a/', days: '/days.ics' },
    ...{ simulator: '/simulator/', console: 'http://127.0.0.1:1/', documents: '/docs' },
  };
  const app = new Koa();
  const show = homePage(homeOf(inspectProfile('profiles/national-security').profile), tokens, links);
  app.use((ctx) => {
    show(ctx);
  });
  const answer = app.callback();
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}/`;
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test.each([
  { name: 'phone-zh', width: 390, height: 844, scheme: 'light', lang: 'zh' },
  { name: 'phone-en', width: 320, height: 568, scheme: 'dark', lang: 'en' },
  { name: 'tablet-zh', width: 768, height: 1024, scheme: 'dark', lang: 'zh' },
  { name: 'desk-en', width: 1440, height: 900, scheme: 'light', lang: 'en' },
] as const)('the front page can be read and used on $name', async (view) => {
  const { page, problems } = await openForm(browser, `${url}?lang=${view.lang}`, { view });
  await lookAt(page, `home-${view.name}`);
  expect(problems).toEqual([]);
  await page.context().close();
});
