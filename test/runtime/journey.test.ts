import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serverUri } from '../support/mongodb/server-uri.js';
import { follow, startLine, type Phone, type RunningLine } from '../support/running-line.js';
import { receiptIn } from '../support/receipt-in.js';

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');
const server = serverUri();
const database: Record<string, string> = server === undefined ? {} : { MONGODB_URI: server };
let folder = '';
let line: RunningLine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairline-journey-'));
  line = await startLine(folder, database);
}, 60_000);

afterAll(async () => {
  await line.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** A command of the line beside it, on the same data. */
function command(name: string, ...args: readonly string[]): { out: string; code: number | null } {
  const done = spawnSync(process.execPath, [resolve('dist/runtime/commands', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ...database },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { out: done.stdout + done.stderr, code: done.status };
}

/** The case number that the opened thread shows; the thread is left again. */
async function caseOf(phone: Phone, receipt: string): Promise<string> {
  const shown = /编号：(\d{4}) (\d{4})/.exec(await phone.says(receipt));
  await phone.says('取消');
  return (shown?.[1] ?? '') + (shown?.[2] ?? '');
}

describe('the line, over HTTP', () => {
  let receipt = '';
  let number = '';
  const told = '上周他在车间拷走了三份图纸';

  /** Reports from the menu to the receipt; `amid` happens while the story is told. */
  async function report(phone: Phone, amid: () => Promise<void> = () => Promise.resolve()): Promise<string> {
    const asked = await phone.sends({ type: 'event', event: 'CLICK', eventKey: 'report' });
    expect(asked.answer?.content).toContain('第1题');
    expect(await phone.says('1')).toContain('第2题');
    await phone.says(told);
    await amid();
    const answers = ['说完了', '上周三', '二号车间', '姓钱的技术员', '1', '1', '1', '1', '2'];
    for (const words of answers) await phone.says(words);
    const summary = await phone.says('1');
    expect(summary).toContain('摘要');
    expect(summary).toContain(told);
    let sent = await phone.says('确认发送');
    if (receiptIn(sent) === null) sent = await phone.says('1'); // a picture was still being fetched
    expect(receiptIn(sent)).not.toBeNull();
    return receiptIn(sent) ?? '';
  }

  test('somebody reports and gets a receipt', async () => {
    const phone = await follow(line.url);
    expect((await phone.outbox())[0]?.content).toContain('示例');
    receipt = await report(phone);
    const last = receipt.replace(/\D/g, '').slice(-4);
    expect(await phone.says(`${last.slice(0, 3)} – ${last.slice(3)}`)).toContain('对上了');
    number = await caseOf(phone, receipt);
    expect(number).toMatch(/^\d{8}$/);
  }, 30_000);

  test('a picture sent in between lies with the report', async () => {
    const phone = await follow(line.url);
    const withPicture = await report(phone, async () => {
      const picture = await phone.sends({ type: 'image', base64: jpeg });
      expect(picture.answer?.content).toMatch(/1/);
    });
    await phone.says(withPicture.slice(-4));
    expect(command('desk', 'open', await caseOf(phone, withPicture)).out).toContain('image, image/jpeg');
  }, 60_000);

  test('the desk beside the running line lists, opens and answers it', () => {
    const listed = command('desk', 'list');
    expect(listed.out).toContain(number);
    expect(listed.out).not.toContain(told);
    const opened = command('desk', 'open', number);
    expect(opened.out).toContain(told);
    expect(opened.out).toContain('姓钱的技术员');
    expect(command('desk', 'reply', number, '请问图纸上有编号吗？')).toMatchObject({ code: 0 });
    expect(command('desk', 'open', '00000000')).toMatchObject({ code: 1 });
  }, 60_000);

  test('another account with the receipt reads the answer, adds to the report and withdraws it', async () => {
    const phone = await follow(line.url);
    const seen = await phone.says(receipt);
    expect(seen).toContain('请问图纸上有编号吗？');
    expect(seen).not.toContain(told);
    await phone.says('1');
    expect(await phone.says('图纸编号是甲七')).toMatch(/1/);
    expect(command('desk', 'open', number).out).toContain('图纸编号是甲七');
    await phone.says('说完了');
    await phone.says('2');
    await phone.says('2');
    expect(command('desk', 'list').out).toMatch(new RegExp(`${number}\\s+withdrawn`));
  }, 60_000);

  test('nothing of it lies in the data folder or the log in clear', () => {
    const found = files(folder).flatMap((file) => {
      const bytes = readFileSync(file);
      const digits = receipt.replace(/\D/g, '');
      return [told, '姓钱的技术员', '图纸编号是甲七', '请问图纸上有编号吗', digits, receipt]
        .filter((words) => bytes.includes(words))
        .map((words) => `${file}: ${words}`);
    });
    expect(found).toEqual([]);
    expect(line.output()).not.toContain(told);
    expect(line.output()).not.toContain('FromUserName');
  });
});

function files(under: string): readonly string[] {
  return readdirSync(under, { recursive: true, encoding: 'utf8' })
    .map((name) => join(under, name))
    .filter((path) => statSync(path).isFile());
}
