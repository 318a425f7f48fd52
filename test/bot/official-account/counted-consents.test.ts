import { describe, expect, test } from '@jest/globals';
import { createCallback } from '../../../bot/official-account/callback.js';
import { createMiniProgramCallback } from '../../../bot/official-account/mini-program.js';
import { type ConsentCounts } from '../../../wechat/consents.js';
import { sealPush } from '../../../wechat/envelope.js';
import { type MassResult } from '../../../wechat/mass.js';
import { buildXml, type WritableFields } from '../../../wechat/xml.js';
import { account, whoIs } from '../../support/people.js';
import { v6 } from '../../wechat/vectors.js';
import { cipher, now, stamp, success } from './set-up.js';

/** Counts that write down what they are told. */
function writtenCounts(broken = false) {
  const written: string[] = [];
  const write = async (...words: readonly string[]): Promise<void> => {
    if (broken) throw new Error('no store');
    written.push(words.join(' '));
  };
  const counts: ConsentCounts = {
    add: (openid, templateId, answer) => write('add', openid, templateId, answer),
    drop: (openid, templateId, answer) => write('drop', openid, templateId, answer),
    forget: (openid) => write('forget', openid),
  };
  return { counts, written };
}

function setUp({ broken = false } = {}) {
  const { counts, written } = writtenCounts(broken);
  const failures: unknown[] = [];
  const heard: unknown[] = [];
  const results: MassResult[] = [];
  const callback = createCallback({
    account: { ...account, mode: 'safe' },
    clock: { now: () => now },
    random: (bytes) => new Uint8Array(bytes).fill(0x11),
    after: () => () => undefined,
    identify: whoIs,
    puppet: {
      receive: async (inbound) => {
        heard.push(inbound);
        return null;
      },
    },
    consents: counts,
    massSent: async (result) => {
      if (broken) throw new Error('no store');
      results.push(result);
    },
    slowText: () => 'slow',
    failed: (error) => {
      failures.push(error);
      return 'sorry';
    },
  });
  const deliver = (fields: WritableFields) => {
    const event = { CreateTime: 1700000000, MsgType: 'event', ...fields };
    const xml = buildXml({ ToUserName: account.originalId, FromUserName: 'oA', ...event });
    const push = sealPush(xml, cipher, stamp, v6.random16, account.originalId);
    const query = new URLSearchParams(push.query).toString();
    return callback({ method: 'POST', query, body: async () => Buffer.from(push.body) });
  };
  return { deliver, written, failures, heard, results };
}

const answer = (TemplateId: string, SubscribeStatusString: string) => ({
  SubscribeMsgPopupEvent: { List: { TemplateId, SubscribeStatusString, PopupScene: '0' } },
});
const popup = { Event: 'subscribe_msg_popup_event' };

describe('an answer to the question for messages', () => {
  test('is counted for who gave it, and no turn begins', async () => {
    const { deliver, written, heard } = setUp();
    expect(await deliver({ ...popup, ...answer('T', 'accept') })).toEqual(success);
    expect(await deliver({ ...popup, ...answer('T', 'reject') })).toEqual(success);
    expect(written).toEqual(['add oA T 1700000000 T', 'drop oA T 1700000000 T']);
    expect(heard).toEqual([]);
  });

  test('of somebody who leaves is forgotten with all others', async () => {
    const { deliver, written } = setUp();
    expect(await deliver({ Event: 'unsubscribe' })).toEqual(success);
    expect(await deliver({ Event: 'user_authorization_revoke', OpenID: 'oB', AppID: 'x' })).toEqual(success);
    expect(written).toEqual(['forget oA', 'forget oB']);
  });

  test('that cannot be counted is told to the log, and acknowledged all the same', async () => {
    const { deliver, failures } = setUp({ broken: true });
    expect(await deliver({ ...popup, ...answer('T', 'accept') })).toEqual(success);
    expect(await deliver({ Event: 'unsubscribe' })).toEqual(success);
    expect(await deliver({ Event: 'MASSSENDJOBFINISH', MsgID: '1', Status: 'send success' })).toEqual(
      success,
    );
    expect(failures).toHaveLength(3);
  });

  test('of the mini-program ends messages by push, in either way of writing a list', async () => {
    const { counts, written } = writtenCounts();
    const callback = createMiniProgramCallback({
      account: { ...account, mode: 'safe', format: 'json' },
      clock: { now: () => now },
      random: (bytes) => new Uint8Array(bytes),
      told: () => undefined,
      consents: counts,
    });
    const said = { TemplateId: 'T', SubscribeStatusString: 'reject', PopupScene: '0' };
    for (const List of [said, [said]]) {
      const event = { FromUserName: 'oM', MsgType: 'event', CreateTime: '5', ...popup, List };
      const push = sealPush(JSON.stringify(event), cipher, stamp, v6.random16, 'gh_mini', 'json');
      const query = new URLSearchParams(push.query).toString();
      await callback({ method: 'POST', query, body: async () => Buffer.from(push.body) });
    }
    expect(written).toEqual(['drop oM T 5 T', 'drop oM T 5 T']);
  });
});

test('what became of a mass send is heard with its counts', async () => {
  const { deliver, results } = setUp();
  const counts = { TotalCount: 100, FilterCount: 98, SentCount: 97, ErrorCount: 1 };
  await deliver({ Event: 'MASSSENDJOBFINISH', MsgID: 9007199254740993n, Status: 'send success', ...counts });
  await deliver({ Event: 'PUBLISHJOBFINISH' });
  expect(results).toEqual([{ msgId: '9007199254740993', sent: true, reason: null, total: 100, reached: 97 }]);
});
