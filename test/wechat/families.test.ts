import { describe, expect, test } from '@jest/globals';
import { createDrafts, createPublishing } from '../../wechat/articles.js';
import { createOfficialAccountClient } from '../../wechat/client.js';
import { createFollowers } from '../../wechat/followers.js';
import { createMass, massResultOf } from '../../wechat/mass.js';
import { createMaterial } from '../../wechat/material.js';
import { createMedia, multipart, platformVideoHosts } from '../../wechat/media.js';
import { createMenu } from '../../wechat/menu.js';
import { createQrCodes } from '../../wechat/qrcode.js';
import { TransportError } from '../../wechat/requester.js';
import { createPlatform, bodyOf, ok, refusal } from './platform.js';

describe('media', () => {
  const jpeg = { status: 200, type: 'image/jpeg', body: Buffer.from([0xff, 0xd8]) };
  const setUp = () => {
    const platform = createPlatform();
    const { request } = platform.options;
    return { platform, media: createMedia(platform.api, { request, videoHosts: platformVideoHosts }) };
  };

  test('a picture comes with its type', async () => {
    const { platform, media } = setUp();
    platform.script = [jpeg];
    expect(await media.get('M 1')).toMatchObject({ type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8]) });
    expect(platform.asked[0]).toMatchObject({ path: '/cgi-bin/media/get', query: { media_id: 'M 1' } });
  });

  test('a video is fetched from the address in the answer, without our token', async () => {
    const { platform, media } = setUp();
    const film = { status: 200, type: 'video/mp4', body: Buffer.from('film') };
    platform.script = [{ video_url: 'http://vweixinp.tc.qq.com/1?a=b' }, film];
    expect(await media.get('V')).toEqual({ type: 'video/mp4', bytes: Buffer.from('film') });
    expect(platform.asked[1]?.query).toEqual({ a: 'b' });
  });

  test.each(['http://evil.test/', 'http://qq.com.evil.test/', 'file:///etc/passwd', 'x', ''])(
    'a video is not fetched from %j',
    async (url) => {
      const { platform, media } = setUp();
      platform.script = [{ video_url: url }];
      await expect(media.get('V')).rejects.toThrow('foreign host');
      expect(platform.asked).toHaveLength(1);
    },
  );

  test('a video that breaks off, and one that is gone, are no files', async () => {
    const { platform, media } = setUp();
    const url = { video_url: 'http://x.qq.com/' };
    platform.script = [url, new TransportError('too-large', 'unknown')];
    await expect(media.get('V')).rejects.toThrow('too-large');
    platform.script = [url, { status: 404, type: '', body: Buffer.alloc(0) }];
    await expect(media.get('V')).rejects.toThrow('HTTP 404');
    platform.script = [refusal(40007)];
    await expect(media.get('V')).rejects.toMatchObject({ code: 40007, reaction: 'stop' });
  });

  test('an upload is one part named media, with a file name', async () => {
    const { platform, media } = setUp();
    platform.script = [{ type: 'thumb', thumb_media_id: 'T', created_at: '1672500000' }];
    const file = { kind: 'thumb', name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('PIC') } as const;
    expect(await media.upload(file)).toEqual({ mediaId: 'T', createdAt: 1672500000 });
    const { type, body } = multipart('media', file);
    expect(platform.asked[0]).toMatchObject({ query: { type: 'thumb' }, headers: { 'content-type': type } });
    expect(platform.asked[0]?.body).toBe(Buffer.from(body).toString('latin1'));
    const boundary = type.split('boundary=')[1] ?? '';
    expect(Buffer.from(body).toString()).toBe(
      `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nPIC\r\n--${boundary}--\r\n`,
    );
  });
});

describe('material that stays', () => {
  const file = { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('PIC') } as const;

  test('a cover is a permanent thumb, a picture of an article has an address', async () => {
    const platform = createPlatform();
    const material = createMaterial(platform.api);
    platform.script = [{ media_id: 'T', url: '' }, { url: 'http://mmbiz.qpic.cn/1' }, ok];
    expect(await material.addThumb(file)).toBe('T');
    expect(await material.addArticlePicture(file)).toBe('http://mmbiz.qpic.cn/1');
    await material.remove('T');
    expect(platform.asked.map(({ path, query }) => [path, query['type']])).toEqual([
      ['/cgi-bin/material/add_material', 'thumb'],
      ['/cgi-bin/media/uploadimg', undefined],
      ['/cgi-bin/material/del_material', undefined],
    ]);
  });

  test('what was published lately says where it reads on', async () => {
    const platform = createPlatform();
    const news = { title: 'x', content_source_url: 'https://line.example/a/seed', url: 'http://mp/1' };
    platform.script = [
      {
        total_count: 1,
        item: [{ article_id: 'A', content: { news_item: [news] }, update_time: 1700000000 }],
      },
    ];
    expect(await createPublishing(platform.api).latest()).toEqual([
      { articleId: 'A', sourceUrl: 'https://line.example/a/seed', url: 'http://mp/1', at: 1700000000 },
    ]);
  });

  test('a preview goes to one follower and is not repeated', async () => {
    const platform = createPlatform();
    platform.script = [{ errcode: 0, msg_id: 1 }];
    await createMass(platform.api).preview('DRAFT', 'oOne');
    expect(bodyOf(platform)).toEqual({ touser: 'oOne', msgtype: 'mpnews', mpnews: { media_id: 'DRAFT' } });
  });
});

describe('menu, followers, codes', () => {
  test('the menu is replaced, read and removed; none is null', async () => {
    const platform = createPlatform();
    const menu = createMenu(platform.api);
    await menu.create([{ type: 'click', name: '我要举报', key: 'report' }]);
    expect(bodyOf(platform)).toEqual({ button: [{ type: 'click', name: '我要举报', key: 'report' }] });
    platform.script = [{ menu: { button: [{ type: 'click', name: 'x', key: 'y', new: 1 }], menuid: 1 } }];
    expect(await menu.get()).toEqual([{ type: 'click', name: 'x', key: 'y', new: 1 }]);
    platform.script = [refusal(46003)];
    expect(await menu.get()).toBeNull();
    platform.script = [ok];
    await menu.remove();
    expect(platform.asked.at(-1)?.path).toBe('/cgi-bin/menu/delete');
  });

  test('of followers only the number is read', async () => {
    const platform = createPlatform();
    platform.script = [{ total: 23000, count: 2, data: { openid: ['o1', 'o2'] }, next_openid: 'o2' }];
    expect(await createFollowers(platform.api).count()).toBe(23000);
  });

  test('a code for a while, and one for good', async () => {
    const platform = createPlatform();
    const codes = createQrCodes(platform.api, 'https://mp.test');
    platform.script = [{ ticket: 'gQ/=', expire_seconds: 60, url: 'http://weixin.qq.com/q/x' }];
    expect(await codes.create('kind:fraud', 60)).toEqual({
      ticket: 'gQ/=',
      expiresInSeconds: 60,
      url: 'http://weixin.qq.com/q/x',
    });
    expect(bodyOf(platform)).toEqual({
      expire_seconds: 60,
      action_name: 'QR_STR_SCENE',
      action_info: { scene: { scene_str: 'kind:fraud' } },
    });
    platform.script = [{ ticket: 'T', url: 'u' }];
    expect((await codes.create('a', null)).expiresInSeconds).toBeNull();
    expect(bodyOf(platform)).toMatchObject({ action_name: 'QR_LIMIT_STR_SCENE' });
    expect(codes.pictureUrl('gQ/=')).toBe('https://mp.test/cgi-bin/showqrcode?ticket=gQ%2F%3D');
  });
});

describe('articles and mass sends', () => {
  const article = {
    title: 't',
    author: 'a',
    digest: 'd',
    content: '<p>c</p>',
    sourceUrl: 'u',
    thumbMediaId: 'M',
  };

  test('drafts are added as a list and updated one by one', async () => {
    const platform = createPlatform();
    const drafts = createDrafts(platform.api);
    platform.script = [{ media_id: 'D' }];
    expect(await drafts.add([article])).toBe('D');
    expect(bodyOf(platform)).toMatchObject({ articles: [{ title: 't', thumb_media_id: 'M' }] });
    await drafts.update('D', 0, article);
    expect(bodyOf(platform)).toMatchObject({ media_id: 'D', index: 0, articles: { title: 't' } });
    platform.script = [{ news_item: [{ title: 't' }] }];
    expect(await drafts.get('D')).toEqual([{ title: 't' }]);
    platform.script = [{ total_count: 15 }];
    expect(await drafts.count()).toBe(15);
    await drafts.remove('D');
    expect(platform.asked.at(-1)?.path).toBe('/cgi-bin/draft/delete');
  });

  test('a publication tells its state and where the articles are', async () => {
    const platform = createPlatform();
    const publishing = createPublishing(platform.api);
    platform.script = ['{"errcode":0,"publish_id":100000000000000001,"msg_data_id":2247490098}'];
    expect(await publishing.submit('D')).toEqual({
      ...{ publishId: '100000000000000001', dataId: '2247490098' },
    });
    const detail = { count: 1, item: [{ idx: 1, article_url: 'U' }] };
    platform.script = [{ publish_status: 0, article_id: 'A', article_detail: detail }];
    expect(await publishing.get('1')).toEqual({ status: 'done', articleId: 'A', urls: ['U'] });
    platform.script = [{ publish_status: 4 }];
    expect(await publishing.get('1')).toEqual({ status: 'refused', articleId: '', urls: [] });
    platform.script = [ok];
    await publishing.remove('A', 0);
    expect(bodyOf(platform)).toEqual({ article_id: 'A', index: 0 });
  });

  test('a mass send in doubt is its caller’s to repeat under its key, and one already done says so', async () => {
    const platform = createPlatform();
    const mass = createMass(platform.api);
    platform.script = [
      new TransportError('timeout', 'unknown'),
      '{"errcode":45065,"msg_id":9007199254740993}',
    ];
    await expect(mass.sendAll({ draftMediaId: 'D' }, null, 'edu-2027-04-15')).rejects.toMatchObject({
      arrived: 'unknown',
    });
    expect(platform.asked).toHaveLength(1);
    expect(await mass.sendAll({ draftMediaId: 'D' }, null, 'edu-2027-04-15')).toEqual({
      ...{ msgId: '9007199254740993', dataId: '' },
      repeated: true,
    });
    expect(platform.asked).toHaveLength(2);
    expect(bodyOf(platform)).toMatchObject({
      filter: { is_to_all: true },
      msgtype: 'mpnews',
      clientmsgid: 'edu-2027-04-15',
    });
    platform.script = [{ errcode: 0, msg_id: 34182, msg_data_id: 206227730 }];
    expect(await mass.sendAll({ text: 'x' }, 2, 'k')).toEqual({
      ...{ msgId: '34182', dataId: '206227730', repeated: false },
    });
    platform.script = [{ msg_id: 1, msg_status: 'SEND_SUCCESS' }];
    expect(await mass.status('1')).toBe('sent');
    platform.script = [{ msg_id: 1, msg_status: 'SEND_FAIL' }];
    expect(await mass.status('1')).toBe('failed');
    platform.script = [ok];
    await mass.remove('1');
    expect(platform.asked.at(-1)?.path).toBe('/cgi-bin/message/mass/delete');
  });

  const finished = (Status: string) => ({
    ...{ Event: 'MASSSENDJOBFINISH', MsgID: '9007199254740993', Status },
    ...{ TotalCount: '100', SentCount: '97', ErrorCount: '3' },
  });
  const result = { msgId: '9007199254740993', total: 100, reached: 97 };

  test.each([
    ['send success', { sent: true, reason: null }],
    ['send fail', { sent: false, reason: 'failed' }],
    ['err(40001)', { sent: false, reason: 'admin_refused' }],
    ['err(40002)', { sent: false, reason: 'admin_silent' }],
    ['err(10001)', { sent: false, reason: '10001' }],
  ])('a result that says %j', (status, became) => {
    expect(massResultOf(finished(status))).toEqual({ ...result, ...became });
  });

  test('a push about something else has none, and counts that are none are nobody', () => {
    expect(massResultOf({ Event: 'PUBLISHJOBFINISH' })).toBeNull();
    expect(massResultOf({ ...finished('send success'), TotalCount: 'x' })?.total).toBe(0);
  });
});

test('the official account’s client fetches videos from the simulator’s host, too', async () => {
  const platform = createPlatform();
  const client = createOfficialAccountClient({ ...platform.options, pictureBase: 'http://mp.test' });
  platform.script = [
    { video_url: 'http://platform.test/v' },
    { status: 200, type: '', body: Buffer.from('f') },
  ];
  expect(await client.media.get('V')).toEqual({ type: 'video/mp4', bytes: Buffer.from('f') });
  platform.script = [{ video_url: 'http://platformXtest/v' }];
  await expect(client.media.get('V')).rejects.toThrow('foreign host');
});
