import { describe, expect, test } from '@jest/globals';
import { sendResults } from '../../../bot/official-account/send-results.js';
import { parseXml, type Fields } from '../../../wechat/xml.js';

const told = (fields: Fields) => sendResults({ MsgType: 'event', ...fields });
const counts = { TotalCount: '100', FilterCount: '80', SentCount: '75', ErrorCount: '5' };

describe('what the platform tells later', () => {
  test.each([
    ['send success', 'done'],
    ['send fail', 'send-fail'],
    ['err(10001)', 'err-10001'],
    ['', 'unknown'],
  ])('a mass send that ended with %j has the code %s', (Status, code) => {
    expect(told({ Event: 'MASSSENDJOBFINISH', Status, ...counts })).toEqual([
      { event: 'wechat.mass_sent', code, found: 100, done: 75, failed: 5 },
    ]);
  });

  test('a count that is none is nought', () => {
    expect(told({ Event: 'MASSSENDJOBFINISH', TotalCount: 'x' })).toMatchObject([{ found: 0, done: 0 }]);
  });

  test('a publication is done, or has the number of its status', () => {
    const info = (publish_status: string) => ({ publish_id: '1', publish_status, fail_idx: ['1', '2'] });
    const published = (status: string) => told({ Event: 'PUBLISHJOBFINISH', PublishEventInfo: info(status) });
    expect(published('0')).toEqual([{ event: 'wechat.published', code: 'done' }]);
    expect(published('4')).toEqual([{ event: 'wechat.published', code: 'status-4' }]);
  });

  test('of notices only refused ones are told, each without the person', () => {
    const sent = (codes: readonly string[]) =>
      told({
        FromUserName: 'oSOMEBODY',
        Event: 'subscribe_msg_sent_event',
        SubscribeMsgSentEvent: { List: codes.map((ErrorCode) => ({ TemplateId: 'T', ErrorCode })) },
      });
    expect(sent(['0', '0'])).toEqual([]);
    expect(sent(['0', '43101'])).toEqual([{ event: 'wechat.notice_refused', code: 'error-43101' }]);
  });

  test('one result alone, as the platform writes it, is read like several', () => {
    const xml =
      '<xml><MsgType>event</MsgType><Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent><List><TemplateId><![CDATA[T]]></TemplateId><MsgID>1700827132819554304</MsgID><ErrorCode>20003</ErrorCode></List></SubscribeMsgSentEvent></xml>';
    expect(sendResults(parseXml(xml) ?? {})).toEqual([
      { event: 'wechat.notice_refused', code: 'error-20003' },
    ]);
  });

  test.each([
    'subscribe_msg_popup_event',
    'subscribe_msg_change_event',
    'VIEW',
    'TEMPLATESENDJOBFINISH',
    'x',
  ])('%s tells nothing about a send of ours', (Event) => {
    expect(told({ Event, Status: 'success' })).toEqual([]);
  });

  test('a message that looks like a result is none', () => {
    expect(sendResults({ MsgType: 'text', Event: 'MASSSENDJOBFINISH', Status: 'send success' })).toEqual([]);
  });
});
