import { describe, expect, test } from '@jest/globals';
import { hear } from '../../../bot/official-account/inbound.js';
import { type Fields } from '../../../wechat/xml.js';

const head = { ToUserName: 'gh_x', FromUserName: 'oU', CreateTime: '1348831860' };
const said = (fields: Fields) => hear({ ...head, ...fields }, 7)?.said;
const happened = (fields: Fields) => said({ MsgType: 'event', ...fields });
const idOf = (fields: Fields) => hear({ ...head, ...fields }, 7)?.id;

describe('messages', () => {
  test.each<[Fields, unknown]>([
    [
      { MsgType: 'text', Content: ' a ' },
      { e: 'text', text: ' a ' },
    ],
    [
      { MsgType: 'text', Content: '满意', bizmsgmenuid: '101' },
      { e: 'tap', text: '满意', tap: '101' },
    ],
    [{ MsgType: 'text', Content: '' }, { e: 'other' }],
    [{ MsgType: 'text' }, { e: 'other' }],
    [{ MsgType: 'text', Content: { b: 'x' } }, { e: 'other' }],
    [
      { MsgType: 'image', PicUrl: 'u', MediaId: 'M' },
      { e: 'file', media: 'image', ref: 'M' },
    ],
    [{ MsgType: 'image' }, { e: 'other' }],
    [
      { MsgType: 'voice', MediaId: 'M', Recognition: '' },
      { e: 'file', media: 'voice', ref: 'M' },
    ],
    [
      { MsgType: 'voice', MediaId: 'M', Recognition: '字' },
      { e: 'file', media: 'voice', ref: 'M', transcript: '字' },
    ],
    [
      { MsgType: 'video', MediaId: 'M' },
      { e: 'file', media: 'video', ref: 'M' },
    ],
    [
      { MsgType: 'shortvideo', MediaId: 'M' },
      { e: 'file', media: 'video', ref: 'M' },
    ],
    [
      { MsgType: 'location', Location_X: '-23.134521', Location_Y: '113.358803', Label: '位置' },
      { e: 'place', words: '位置', lat: -23.134521, lng: 113.358803 },
    ],
    [
      { MsgType: 'location', Location_X: '0', Location_Y: '0' },
      { e: 'place', words: '', lat: 0, lng: 0 },
    ],
    [{ MsgType: 'location', Location_X: '', Location_Y: '1' }, { e: 'other' }],
    [{ MsgType: 'location', Location_X: '91', Location_Y: '1' }, { e: 'other' }],
    [{ MsgType: 'location', Location_X: 'NaN', Location_Y: '1' }, { e: 'other' }],
    [{ MsgType: 'link', Url: 'u' }, { e: 'other' }],
    [{ MsgType: 'file' }, { e: 'other' }],
    [{ MsgType: 'what_comes_next' }, { e: 'other' }],
  ])('%j is heard as %j', (fields, expected) => {
    expect(said(fields)).toEqual(expected);
  });
});

describe('events', () => {
  test.each<[Fields, unknown]>([
    [{ Event: 'subscribe' }, { e: 'follow' }],
    [{ Event: 'subscribe', EventKey: '' }, { e: 'follow' }],
    [{ Event: 'subscribe', EventKey: 'qrscene_123', Ticket: 'T' }, { e: 'follow' }],
    [{ Event: 'SCAN', EventKey: '123', Ticket: 'T' }, { e: 'follow' }],
    [{ Event: 'unsubscribe' }, { e: 'leave' }],
    [{ Event: 'user_authorization_revoke', OpenID: 'oU' }, { e: 'leave' }],
    [
      { Event: 'CLICK', EventKey: 'report' },
      { e: 'menu', key: 'report' },
    ],
    [
      { Event: 'CLICK', EventKey: 'check' },
      { e: 'menu', key: 'check' },
    ],
    [
      { Event: 'click', EventKey: 'learn' },
      { e: 'menu', key: 'learn' },
    ],
    [{ Event: 'CLICK', EventKey: 'toString' }, { e: 'other' }],
    [{ Event: 'CLICK' }, { e: 'other' }],
  ])('%j is heard as %j', (fields, expected) => {
    expect(happened(fields)).toEqual(expected);
  });

  test.each([
    { Event: 'VIEW', EventKey: 'http://www.qq.com' },
    { Event: 'view_miniprogram', EventKey: 'pages/index' },
    { Event: 'LOCATION', Latitude: '23.1', Longitude: '113.3' },
    { Event: 'scancode_waitmsg', ScanCodeInfo: { ScanType: 'qrcode', ScanResult: '2' } },
    { Event: 'pic_sysphoto', EventKey: '6' },
    { Event: 'location_select', EventKey: '6' },
    { Event: 'TEMPLATESENDJOBFINISH', MsgID: '200163836', Status: 'success' },
    { Event: 'MASSSENDJOBFINISH', MsgID: '1000001625' },
    { Event: 'PUBLISHJOBFINISH', PublishEventInfo: { publish_id: '1' } },
    { Event: 'subscribe_msg_popup_event', SubscribeMsgPopupEvent: { List: { TemplateId: 'T' } } },
    { Event: 'subscribe_msg_change_event' },
    { Event: 'subscribe_msg_sent_event' },
    { Event: 'debug_demo' },
    {},
  ])('%j needs no turn', (fields) => {
    expect(hear({ ...head, MsgType: 'event', ...fields }, 7)).toBeNull();
  });

  test('what nobody sent, or is of no kind, is not heard', () => {
    expect(hear({}, 7)).toBeNull();
    expect(hear({ ...head, FromUserName: '', MsgType: 'text', Content: 'x' }, 7)).toBeNull();
    expect(hear(head, 7)).toBeNull();
  });
});

describe('a poster', () => {
  const opening = (scene: string) => (scene === 'learn' ? ({ e: 'menu', key: 'learn' } as const) : null);
  const scanned = (fields: Fields) => hear({ ...head, MsgType: 'event', ...fields }, 7, opening);

  test('leads a follower at once where it leads', () => {
    expect(scanned({ Event: 'SCAN', EventKey: 'learn' })?.said).toEqual({ e: 'menu', key: 'learn' });
  });

  test('greets whom it made follow, then leads them', () => {
    expect(scanned({ Event: 'subscribe', EventKey: 'qrscene_learn' })).toMatchObject({
      said: { e: 'follow' },
      then: { e: 'menu', key: 'learn' },
    });
  });

  test.each([
    { Event: 'subscribe', EventKey: 'qrscene_x' },
    { Event: 'subscribe', EventKey: 'learn' },
    { Event: 'SCAN', EventKey: 'qrscene_learn' },
    { Event: 'SCAN', EventKey: '' },
  ])('that leads nowhere greets: %j', (fields) => {
    const heard = scanned(fields);
    expect(heard?.said).toEqual({ e: 'follow' });
    expect(heard?.then).toBeUndefined();
  });
});

test('an authorization taken back is about the person inside, not about who pushes it', () => {
  const revoked = { MsgType: 'event', Event: 'user_authorization_revoke' };
  expect(hear({ ...head, ...revoked, OpenID: 'oWHO' }, 7)?.openid).toBe('oWHO');
  expect(hear({ ...head, ...revoked }, 7)?.openid).toBe('oU');
  expect(hear({ ...head, MsgType: 'text', Content: 'x', OpenID: 'oWHO' }, 7)?.openid).toBe('oU');
});

describe('the dedupe key', () => {
  test('two 64-bit MsgIds that differ in their last digit are two', () => {
    const id = (last: string) => idOf({ MsgType: 'text', Content: 'x', MsgId: `900719925474099${last}` });
    expect(id('3')).toMatch(/^[\w-]{22}$/);
    expect(id('3')).toBe(id('3'));
    expect(id('3')).not.toBe(id('4'));
  });

  test('one MsgId from two people is two messages', () => {
    const fields = { ...head, MsgType: 'text', Content: 'x', MsgId: '7' };
    expect(hear({ ...fields, FromUserName: 'oA' }, 7)?.id).not.toBe(
      hear({ ...fields, FromUserName: 'oB' }, 7)?.id,
    );
  });

  test('an event has one key for one who, when and what, and another for every other', () => {
    const click = { MsgType: 'event', Event: 'CLICK', EventKey: 'report' };
    const id = idOf(click);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(idOf({ ...click, Ticket: 'new field' })).toBe(id);
    const others = [
      { ...click, EventKey: 'check' },
      { ...click, Event: 'SCAN' },
      { ...click, CreateTime: '1348831861' },
      { ...click, FromUserName: 'oV' },
    ].map(idOf);
    expect(new Set([id, ...others]).size).toBe(5);
  });

  test('a message without a usable MsgId still has a key, and one without a time is of now', () => {
    const heard = hear({ ...head, CreateTime: 'x', MsgType: 'text', Content: 'x', MsgId: '<1>' }, 7);
    expect(heard?.id).toMatch(/^[\w-]{22}$/);
    expect(heard?.at).toBe(7);
  });
});
