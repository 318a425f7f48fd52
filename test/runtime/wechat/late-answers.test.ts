/** What a slow turn has to say, on the whole line over HTTP: each way it may go, and no other. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCore, type Core } from '../../../runtime/compose.js';
import { createLog } from '../../../runtime/log/log.js';
import { serve, type Serving } from '../../../runtime/serve.js';
import { follow, freePort, type Phone } from '../../support/running-line.js';
import { configOf } from '../settings/environments.js';

/** longer than the 4.2 s that a turn has, shorter than the platform's five */
const slowMs = 4_600;

interface Slow {
  readonly url: string;
  close(): Promise<void>;
}

/** A line in this process whose turns about these words take too long. */
async function slowLine(words: readonly string[]): Promise<Slow> {
  const folder = mkdtempSync(join(tmpdir(), 'fairline-late-'));
  const port = String(await freePort());
  const config = configOf({ DATA_DIR: folder, PORT: port, LOG_LEVEL: 'silent' });
  const core: Core = await openCore(config, createLog('silent'));
  const createTurn: Core['createTurn'] = (fetch) => {
    const turn = core.createTurn(fetch);
    return async (who, input) => {
      const answer = await turn(who, input);
      if (input.t === 'text' && words.includes(input.text)) await sleep(slowMs);
      return answer;
    };
  };
  const serving: Serving = await serve({ ...core, createTurn });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await serving.stop();
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const told = '上周他在车间拷走了三份图纸';
const toFirstQuestion = '我要举报';
let line: Slow;
beforeAll(async () => {
  line = await slowLine([toFirstQuestion, told]);
}, 60_000);
afterAll(() => line.close(), 30_000);

const setFault = (api: string, errcode: number, times: number): Promise<Response> =>
  fetch(`${line.url}/simulator/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'errcode', api, errcode, times }),
  });
/** What the person has seen since the last `n` things, once the late word has had time to come. */
async function seen(phone: Phone, n: number): Promise<readonly (readonly [string, string])[]> {
  await sleep(1_500);
  return (await phone.outbox()).slice(n).map(({ via, content = '' }) => [via, content] as const);
}

describe('a turn that is not ready in time', () => {
  test('says a plain question by customer message, a told story’s answer only with the next', async () => {
    const phone = await follow(line.url);
    expect(await phone.says(toFirstQuestion)).toContain('还没来得及确认');
    const [slow, late, ...more] = await seen(phone, 1);
    expect([slow?.[0], late?.[0], more]).toEqual(['passive', 'custom', []]);
    expect(late?.[1]).toContain('第1题');
    expect(await phone.says('1')).not.toContain('第1题');

    const before = (await phone.outbox()).length;
    expect(await phone.says(told)).toContain('还没来得及确认');
    expect((await seen(phone, before)).map(([via]) => via)).toEqual(['passive']);
    const next = await phone.says('重复');
    expect(next).toContain(told);
    expect((await phone.outbox()).filter(({ via }) => via === 'custom')).toHaveLength(1);
  }, 30_000);

  test('says everything with the next message where the account may send none', async () => {
    const phone = await follow(line.url);
    await setFault('/cgi-bin/message/custom/send', 48_001, 1);
    expect(await phone.says(toFirstQuestion)).toContain('还没来得及确认');
    expect((await seen(phone, 1)).map(([via]) => via)).toEqual(['passive']);
    expect(await phone.says('帮助')).toMatch(/第1题/);
    // refused once, it is not tried again
    const other = await follow(line.url);
    expect(await other.says(toFirstQuestion)).toContain('还没来得及确认');
    expect((await seen(other, 1)).map(([via]) => via)).toEqual(['passive']);
    expect(await other.says('帮助')).toMatch(/第1题/);
  }, 40_000);
});
