/** Staff mail through a real server: what arrives, byte by byte, and what becomes of a server that does not take it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { alertKinds, letterOf, type AlertKind } from '../../../domain/alerts/alert.js';
import type { Letter, Params } from '../../../domain/outbox/letter.js';
import { createMailChannel } from '../../../runtime/alerts/mail-channel.js';
import { mailServer } from '../../../runtime/settings/staff-channel.js';
import { handClock } from '../../support/fakes/clock.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Got {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server of the test's own. */
async function server(options: SMTPServerOptions = {}) {
  const got: Got[] = [];
  const smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        got.push({ from, to, raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  smtp.on('error', () => undefined); // a client that goes away
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  closing.push(
    () =>
      new Promise<void>((closed) => {
        smtp.close(closed);
      }),
  );
  return { got, port: (smtp.server.address() as AddressInfo).port };
}

const name = { zh: '示例举报线', en: 'Sample line' };

function channel(port: number, user = '') {
  const parsed = mailServer(
    `smtp://${user}127.0.0.1:${port}?from=line@example.org&to=ann@example.org,bo@example.org`,
  );
  if (parsed === undefined) throw new Error('no address');
  return createMailChannel({
    ...{ server: parsed, name, clock: handClock('2026-11-22T10:00:00+08:00') },
    ...{ consoleUrl: 'https://desk.example.org', publicUrl: 'https://line.example.org' },
  });
}

const letter = (kind: AlertKind, params: Params = {}): Letter => ({
  ...letterOf({ kind, fact: '1', params }, 'staff-mail', '2026-11-22'),
  ...{ state: 'waiting', attempts: 0, nextAt: 0, reason: null },
});

/** Headers by lower-case name, and the text, of a mail with one part. */
function read(raw: string): { readonly headers: ReadonlyMap<string, string>; readonly text: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = raw.slice(end + 4);
  const bytes =
    headers.get('content-transfer-encoding') === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        );
  return { headers, text: bytes.toString('utf8').replace(/\r\n/g, '\n').replace(/\n+$/, '\n') };
}

const subjectOf = (header = ''): string =>
  header.replace(/\?=\s+=\?UTF-8\?[BQ]\?/gi, '\u0000').includes('\u0000') || header.startsWith('=?')
    ? [...header.matchAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi)]
        .map(([, how = '', text = '']) =>
          how.toUpperCase() === 'B'
            ? Buffer.from(text, 'base64')
            : Buffer.from(
                text
                  .replace(/_/g, ' ')
                  .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
                'latin1',
              ),
        )
        .reduce((all, one) => Buffer.concat([all, one]), Buffer.alloc(0))
        .toString('utf8')
    : header;

const bottom = [
  'https://desk.example.org',
  '',
  '本邮件由系统自动发出，不含任何举报内容，请勿回复。',
  'This mail was written by the line itself and holds nothing of any report. Please do not answer it.',
  '',
].join('\n');

describe('what staff read', () => {
  test.each([
    [
      ...(['work', {}] as const),
      '示例举报线：受理台有待办事项 / Sample line: there is work on the desk',
      '受理台有待办事项，请登录查看。\n\nThere is work on the desk. Please sign in and look.\n\n',
    ],
    [
      ...(['calendar_unconfirmed', { year: 2028 }] as const),
      '示例举报线：节假日安排待确认 / Sample line: holidays to be confirmed',
      '2028 年的节假日安排尚未确认。请编辑对照国务院办公厅的通知，在通知日历中录入放假和调休日期。\n\nThe holidays of 2028 are not confirmed yet. An editor enters the State Council’s notice in the calendar of notices: days off and days worked instead.\n\n',
    ],
    [
      ...(['admin_needed_tomorrow', {}] as const),
      '示例举报线：明天需要管理员确认群发 / Sample line: tomorrow an administrator has to confirm',
      '明天有一次群发。提交后，公众号管理员须在三十分钟内用微信确认，请提前安排。\n\nA mass message goes out tomorrow. Once it is submitted, an administrator of the account has 30 minutes to confirm it in WeChat: please arrange for it.\n\n',
    ],
    [
      ...(['admin_needed_now', {}] as const),
      '示例举报线：现在需要管理员确认群发 / Sample line: an administrator has to confirm now',
      '群发已经提交，公众号管理员须在三十分钟内用微信确认，逾期作废。\n\nA mass message was submitted. An administrator of the account has 30 minutes to confirm it in WeChat; after that it lapses.\n\n',
    ],
    [
      ...(['held', { why: 'restored' }] as const),
      '示例举报线：计划发送已全部暂停 / Sample line: everything planned is on hold',
      '这条举报线的数据库是从备份恢复的，计划中的内容一律暂停，以免重复发送。请先核对哪些已经发出，再到工作台的“定时任务”页放行。\n\nThe database of this line came from a backup. Everything planned is on hold, so that nothing goes out twice. See what has gone out already, then release it in the console, on the page of jobs.\n\n',
    ],
    [
      ...(['held', { why: 'copied' }] as const),
      '示例举报线：计划发送已全部暂停 / Sample line: everything planned is on hold',
      '这条举报线的数据库像是一份副本，计划中的内容一律暂停，以免重复发送。请先确认只有这一处在运行，再到工作台的“定时任务”页放行。\n\nThe database of this line seems to be a copy. Everything planned is on hold, so that nothing goes out twice. Make sure that it runs in this place alone, then release it in the console, on the page of jobs.\n\n',
    ],
    [
      ...(['job_failing', { job: 'advance-sends' }] as const),
      '示例举报线：一项定时任务连续失败 / Sample line: a job keeps failing',
      '定时任务“advance-sends”已连续失败三次，仍会继续重试。请到工作台的“定时任务”页查看原因。\n\nThe job advance-sends failed three times in a row; it is still being tried. The console’s page of jobs says why.\n\n',
    ],
    [
      ...(['send_in_doubt', {}] as const),
      '示例举报线：一次发送结果不明 / Sample line: a send is in doubt',
      '平台没有回应一次发送，不知道是否已经发出，系统不会重发。请到公众平台核对，再到工作台登记结果。\n\nThe platform did not answer a send: nobody knows whether it went out, and it is not sent again. Look on the platform, then write down in the console what you found.\n\n',
    ],
  ] as const)('%s %j', async (kind, params, subject, body) => {
    const { got, port } = await server();
    expect(await channel(port)(letter(kind, params))).toEqual({ is: 'delivered' });
    expect(got).toHaveLength(1);
    const { headers, text } = read(got[0]?.raw ?? '');
    expect(subjectOf(headers.get('subject'))).toBe(subject);
    expect(text).toBe(body + bottom);
  });

  test('is one mail to all, with an id that is the letter’s, and nothing of the machine', async () => {
    const { got, port } = await server();
    await channel(port)(letter('work'));
    expect(got).toMatchObject([{ from: 'line@example.org', to: ['ann@example.org', 'bo@example.org'] }]);
    const { headers } = read(got[0]?.raw ?? '');
    expect([...headers.keys()].sort()).toEqual([
      ...['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id'],
      ...['mime-version', 'subject', 'to'],
    ]);
    expect(headers.get('message-id')).toBe('<alert.work.1.2026-11-22@line.example.org>');
    expect(headers.get('date')).toBe('Sun, 22 Nov 2026 02:00:00 +0000');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
  });
});

test('every kind is tried above', () => {
  expect(alertKinds).toHaveLength(7);
});

describe('a server that does not take it', () => {
  const refusing = (code: number) => (_: unknown, __: unknown, done: (error: Error) => void) => {
    done(Object.assign(new Error('ann@example.org: not here'), { responseCode: code }));
  };

  test('for good: the recipient is none', async () => {
    const { port } = await server({ onRcptTo: refusing(550) });
    expect(await channel(port)(letter('work'))).toEqual({ is: 'final', reason: 'smtp-550' });
  });

  test('for now: it is busy', async () => {
    const { port } = await server({ onRcptTo: refusing(451) });
    expect(await channel(port)(letter('work'))).toEqual({ is: 'failed', reason: 'smtp-451' });
  });

  test('because name and password are wrong', async () => {
    const { port } = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        done(new Error('no'));
      },
    });
    expect(await channel(port, 'line:wrong@')(letter('work'))).toEqual({ is: 'failed', reason: 'smtp-535' });
  });

  test('because its certificate is none that can be trusted: nothing is said to it in clear instead', async () => {
    const { port, got } = await server({ disabledCommands: [] });
    expect(await channel(port)(letter('work'))).toEqual({ is: 'failed', reason: 'tls' });
    expect(got).toEqual([]);
  });

  test('because it is down', async () => {
    const { port } = await server();
    for (const close of closing.splice(0)) await close();
    expect(await channel(port)(letter('work'))).toEqual({ is: 'failed', reason: 'no-connection' });
  });

  test('because it hangs up in the middle', async () => {
    const rude = createServer((socket) => {
      socket.write('220 hello\r\n');
      socket.on('data', () => socket.destroy());
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(rude, 'listening');
    closing.push(() => new Promise((closed) => rude.close(closed)));
    const { port } = rude.address() as AddressInfo;
    expect(await channel(port)(letter('work'))).toEqual({ is: 'failed', reason: 'no-connection' });
  });
});

test('a letter that is no alert is dead', async () => {
  const { port, got } = await server();
  const other = { ...letter('work'), code: 'sermon' };
  expect(await channel(port)(other)).toEqual({ is: 'final', reason: 'no-alert' });
  expect(got).toEqual([]);
});
