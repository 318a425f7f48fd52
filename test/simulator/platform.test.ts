import { afterEach, describe, expect, test } from '@jest/globals';
import { sampleOfficialAccount } from '../../simulator/account.js';
import { world, type World } from './support/world.js';

let open: World[] = [];
const start = async (
  ...[respond = () => null, options]: Partial<Parameters<typeof world>>
): Promise<World> => {
  const one = await world(respond, options);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

async function upload(
  w: World,
  type: string,
  bytes: Uint8Array,
  name = 'a.png',
  field = 'media',
): Promise<Record<string, unknown>> {
  const token = await w.token();
  const form = new FormData();
  form.append(field, new Blob([Buffer.from(bytes)]), name);
  const url = `${w.url}/simulator/wechat/cgi-bin/media/upload?access_token=${token}&type=${type}`;
  return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, unknown>;
}

/** The id of a picture that may stand above an article. */
async function thumbOf(w: World): Promise<unknown> {
  const form = new FormData();
  form.append(
    'media',
    new Blob([Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(20)])]),
    'a.jpg',
  );
  const added = await fetch(
    `${w.url}/simulator/wechat/cgi-bin/material/add_material?access_token=${await w.token()}&type=thumb`,
    { method: 'POST', body: form },
  );
  return ((await added.json()) as Record<string, unknown>)['media_id'];
}

/** Sends one article to everybody. */
async function massSend(w: World): Promise<Record<string, unknown>> {
  const article = { title: '教育日', content: '<p>正文</p>', thumb_media_id: await thumbOf(w) };
  const { media_id } = await w.platform('POST', '/cgi-bin/draft/add', { articles: [article] });
  const mass = { filter: { is_to_all: true }, msgtype: 'mpnews', mpnews: { media_id } };
  return w.platform('POST', '/cgi-bin/message/mass/sendall', mass);
}

describe('tokens', () => {
  const fetchToken = (w: World, query: string): Promise<Record<string, unknown>> =>
    w.platform('GET', `/cgi-bin/token?${query}`, undefined, null);
  test('the appid is checked first, then the secret, then the kind of grant', async () => {
    const w = await start();
    const codes = await Promise.all(
      [
        '',
        'appid=wx',
        'appid=wxsimulator00000',
        'appid=wxsimulator00000&secret=x',
        'appid=wxsimulator00000&secret=simulator-secret',
      ].map(async (query) => (await fetchToken(w, query))['errcode']),
    );
    expect(codes).toEqual([41002, 40013, 41004, 40125, 40002]);
  });
  test('an address that is not on the list gets no token', async () => {
    const w = await start(undefined, { account: { ...sampleOfficialAccount, allowList: ['192.0.2.1'] } });
    const query = 'appid=wxsimulator00000&secret=simulator-secret&grant_type=client_credential';
    expect(await fetchToken(w, query)).toMatchObject({ errcode: 40164 });
  });
  test('no token, a wrong one, a wrong method, an unknown call', async () => {
    const w = await start();
    expect(await w.platform('GET', '/cgi-bin/menu/get', undefined, null)).toMatchObject({ errcode: 41001 });
    expect(await w.platform('GET', '/cgi-bin/menu/get', undefined, 'fake')).toMatchObject({ errcode: 40001 });
    expect(await w.platform('POST', '/cgi-bin/menu/get', {})).toMatchObject({ errcode: 43001 });
    expect(await w.platform('GET', '/cgi-bin/nothing')).toMatchObject({ errcode: 76021 });
  });
  test('the mini-program’s token opens nothing of the Official Account', async () => {
    const w = await start();
    const body = { grant_type: 'client_credential', appid: 'wxsimulator00001', secret: 'simulator-secret' };
    const { access_token } = await w.platform('POST', '/cgi-bin/stable_token', body, null);
    expect(await w.platform('GET', '/cgi-bin/menu/get', undefined, String(access_token))).toMatchObject({
      errcode: 48001,
    });
  });
});

describe('customer messages', () => {
  const text = (touser: string, content: string): object => ({ touser, msgtype: 'text', text: { content } });
  const send = (w: World, body: object | string): Promise<Record<string, unknown>> =>
    w.platform('POST', '/cgi-bin/message/custom/send', body);

  test('a follower sees it, three in the first minute, then not until they write', async () => {
    const w = await start();
    const openid = await w.follower();
    const codes = [];
    for (let i = 0; i < 4; i += 1) codes.push((await send(w, text(openid, `第 ${i} 条`)))['errcode']);
    expect(codes).toEqual([0, 0, 0, 45047]);
    expect((await w.outbox(openid)).map((entry) => [entry['via'], entry['content']])).toEqual([
      ['custom', '第 0 条'],
      ['custom', '第 1 条'],
      ['custom', '第 2 条'],
    ]);
    await w.api('POST', '/clock', { advanceMs: 60_000 });
    expect(await send(w, text(openid, 'x'))).toMatchObject({ errcode: 45015 });
    await w.say(openid, '你好');
    expect(await send(w, text(openid, 'x'))).toMatchObject({ errcode: 0 });
  });
  test('a tap on a message menu counts as a click, not as a message', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.api('POST', '/clock', { advanceMs: 60_000 });
    await w.api('POST', `/users/${openid}/messages`, { type: 'text', content: '是', bizmsgmenuid: 'a:yes' });
    expect(w.received.at(-1)?.fields['bizmsgmenuid']).toBe('a:yes');
    const { json } = await w.api('GET', `/users/${openid}`);
    expect(json['allowances']).toMatchObject([{ opened: 'click', remaining: 3 }]);
  });
  test('what the platform refuses is refused with its number', async () => {
    const w = await start();
    const openid = await w.follower();
    const menu = {
      touser: openid,
      msgtype: 'msgmenu',
      msgmenu: { head_content: '?', list: [{ id: '1', content: '是' }] },
    };
    const news = (...articles: object[]) => ({ touser: openid, msgtype: 'news', news: { articles } });
    const cases: readonly (readonly [object | string, number])[] = [
      [text('oNobody', 'x'), 40003],
      [text(openid, ''), 44004],
      [text(openid, '字'.repeat(683)), 45002],
      [{ touser: openid, msgtype: 'sound' }, 40008],
      [{ touser: openid, msgtype: 'image', image: { media_id: 'x' } }, 40007],
      [news({}, {}), 45008],
      [news({ title: '字'.repeat(65) }), 45003],
      [news({ title: '字'.repeat(64), description: '字'.repeat(121) }), 45004],
      ['{"touser"', 47001],
      [`{"touser":"${openid}","msgtype":"text","text":{"content":"\\u4f60"}}`, 40033],
      [menu, 0],
    ];
    for (const [body, errcode] of cases) expect(await send(w, body)).toMatchObject({ errcode });
    expect((await w.outbox(openid)).at(-1)).toMatchObject({
      type: 'msgmenu',
      content: '?\n是',
      taps: [{ label: '是', send: '是', id: '1', at: 2 }],
    });
  });
  test('who left cannot be written to', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.api('DELETE', `/users/${openid}`);
    expect(await send(w, text(openid, 'x'))).toMatchObject({ errcode: 43004 });
  });
  test('an account that is not certified sends none', async () => {
    const w = await start(undefined, { account: { ...sampleOfficialAccount, certified: false } });
    expect(await send(w, text(await w.follower(), 'x'))).toMatchObject({ errcode: 48001 });
  });
});

describe('media', () => {
  test('goes up, comes down, may be sent, and is gone after three days', async () => {
    const w = await start();
    const openid = await w.follower();
    const { media_id: id } = await upload(w, 'image', png);
    const url = `${w.url}/simulator/wechat/cgi-bin/media/get?access_token=${await w.token()}&media_id=${String(id)}`;
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    const image = { touser: openid, msgtype: 'image', image: { media_id: id } };
    expect(await w.platform('POST', '/cgi-bin/message/custom/send', image)).toMatchObject({ errcode: 0 });
    await w.api('POST', '/clock', { advanceMs: 3 * 24 * 60 * 60 * 1000 + 1 });
    w.forgetToken();
    expect(await w.platform('GET', `/cgi-bin/media/get?media_id=${String(id)}`)).toMatchObject({
      errcode: 40007,
    });
  });
  test('a file is known by its bytes, not by its name', async () => {
    const w = await start();
    expect(await upload(w, 'image', Buffer.from('<html>'))).toMatchObject({ errcode: 40005 });
    expect(await upload(w, 'voice', png)).toMatchObject({ errcode: 40005 });
    expect(await upload(w, 'sound', png)).toMatchObject({ errcode: 40004 });
    expect(await upload(w, 'image', png, 'noextension')).toMatchObject({ errcode: 40005 });
    expect(await upload(w, 'image', Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]))).toMatchObject({
      errcode: 40009,
    });
  });
  test('what a person sent can be fetched; a video comes as an address', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.api('POST', `/users/${openid}/messages`, { type: 'image', base64: png.toString('base64') });
    const id = w.received.at(-1)?.fields['MediaId'] as string;
    const image = await fetch(
      `${w.url}/simulator/wechat/cgi-bin/media/get?access_token=${await w.token()}&media_id=${id}`,
    );
    expect(Buffer.from(await image.arrayBuffer()).equals(png)).toBe(true);
    await w.api('POST', `/users/${openid}/messages`, { type: 'video', base64: 'AAAA' });
    const video = w.received.at(-1)?.fields['MediaId'] as string;
    expect(await w.platform('GET', `/cgi-bin/media/get?media_id=${video}`)).toMatchObject({
      video_url: expect.stringContaining('/simulator/wechat/files/'),
    });
  });
});

describe('the rest of the Official Account', () => {
  test('the sample menu stands until the account makes its own', async () => {
    const w = await start();
    expect(await w.platform('GET', '/cgi-bin/menu/get')).toMatchObject({
      menu: { button: [{ key: 'report' }, { key: 'check' }, { key: 'learn' }] },
    });
    await w.platform('POST', '/cgi-bin/menu/create', { button: [{ type: 'click', name: 'x', key: 'k' }] });
    expect((await w.api('GET', '/menu')).json).toMatchObject({ button: [{ name: 'x', key: 'k' }] });
    await w.platform('GET', '/cgi-bin/menu/delete');
    expect(await w.platform('GET', '/cgi-bin/menu/get')).toMatchObject({ errcode: 46003 });
  });
  test('a list of followers ends with an empty page', async () => {
    const w = await start();
    const openid = await w.follower();
    expect(await w.platform('GET', '/cgi-bin/user/get?next_openid=')).toMatchObject({
      total: 1,
      count: 1,
      next_openid: openid,
    });
    expect(await w.platform('GET', `/cgi-bin/user/get?next_openid=${openid}`)).toEqual({
      total: 1,
      count: 0,
      next_openid: '',
    });
    expect(await w.platform('GET', `/cgi-bin/user/info?openid=${openid}`)).toMatchObject({ subscribe: 1 });
    await w.api('DELETE', `/users/${openid}`);
    expect(await w.platform('GET', `/cgi-bin/user/info?openid=${openid}`)).toEqual({ subscribe: 0, openid });
  });
  test('a scene is checked by its kind', async () => {
    const w = await start();
    const code = (action_name: string, scene: object): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/qrcode/create', {
        action_name,
        expire_seconds: 600,
        action_info: { scene },
      });
    expect(await code('QR_STR_SCENE', { scene_str: 'report' })).toMatchObject({ expire_seconds: 600 });
    expect(await code('QR_LIMIT_SCENE', { scene_id: 100_001 })).toMatchObject({ errcode: 40129 });
    expect(await code('QR_OTHER', { scene_id: 1 })).toMatchObject({ errcode: 40053 });
  });
  test('codes that last are counted', async () => {
    const w = await start(undefined, { permanentCodes: 2 });
    const code = (action_name: string): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/qrcode/create', {
        action_name,
        action_info: { scene: { scene_str: 'report' } },
      });
    for (let n = 0; n < 2; n += 1)
      expect(await code('QR_LIMIT_STR_SCENE')).not.toHaveProperty('expire_seconds');
    expect(await code('QR_LIMIT_STR_SCENE')).toMatchObject({ errcode: 45029 });
    expect(await code('QR_STR_SCENE')).toMatchObject({ expire_seconds: 60 });
  });
  test('a published draft is reported, a mass send is seen and reported, and the same send twice is one', async () => {
    const w = await start(undefined, { resultDelayMs: 1 });
    const openid = await w.follower();
    const thumb = await thumbOf(w);
    const article = { title: '教育日', content: '<p>正文</p><script>x</script>', thumb_media_id: thumb };
    const add = (): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/draft/add', { articles: [article] });
    expect(
      await w.platform('POST', '/cgi-bin/draft/add', { articles: [{ ...article, title: '字'.repeat(33) }] }),
    ).toMatchObject({ errcode: 45003 });
    const { media_id: first } = await add();
    expect(await w.platform('POST', '/cgi-bin/draft/get', { media_id: first })).toMatchObject({
      news_item: [{ content: '<p>正文</p>' }],
    });
    await w.platform('POST', '/cgi-bin/freepublish/submit', { media_id: first });
    await w.until(() => w.received.some(({ fields }) => fields['Event'] === 'PUBLISHJOBFINISH'));
    const { media_id: second } = await add();
    const mass = {
      filter: { is_to_all: true },
      msgtype: 'mpnews',
      mpnews: { media_id: second },
      clientmsgid: 'day-1',
    };
    const { msg_id: id } = await w.platform('POST', '/cgi-bin/message/mass/sendall', mass);
    const again = (): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/message/mass/sendall', mass);
    expect(await again()).toMatchObject({ errcode: 45066 });
    await w.api('POST', '/clock', { advanceMs: 61_000 });
    expect(await again()).toMatchObject({ errcode: 45065, msg_id: String(id) });
    await w.until(() => w.received.some(({ fields }) => fields['MsgID'] === String(id)));
    expect((await w.outbox(openid)).at(-1)).toMatchObject({ via: 'mass', articles: [{ title: '教育日' }] });
  });
  test('how often an article was read is told of a day that is over', async () => {
    const w = await start(undefined, { resultDelayMs: 1 });
    await w.follower();
    const figures = (call: string, day: string, until = day): Promise<Record<string, unknown>> =>
      w.platform('POST', `/datacube/${call}`, { begin_date: day, end_date: until });
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { msg_data_id: data } = await massSend(w);
    await w.until(() => w.received.some(({ fields }) => fields['Event'] === 'MASSSENDJOBFINISH'));
    const msgid = `${String(data)}_1`;
    const read = async (body: object): Promise<number> =>
      (await w.api('POST', '/readings', { msgid, ...body })).status;
    expect(await read({ people: 2, times: 5 })).toBe(204);
    expect(await read({ people: 2, msgid: '1_1' })).toBe(404);
    expect(await figures('getarticletotal', today)).toMatchObject({ errcode: 61501 });
    const aDayLater = async (): Promise<void> => {
      await w.api('POST', '/clock', { advanceMs: 24 * 3_600_000 });
      w.forgetToken();
    };
    await aDayLater();
    expect(await read({ people: 1 })).toBe(204);
    await aDayLater();
    expect(await figures('getarticlesummary', today)).toMatchObject({
      list: [{ ref_date: today, msgid, title: '教育日', int_page_read_user: 2, int_page_read_count: 5 }],
    });
    const next = new Date(Date.parse(today) + 24 * 3_600_000).toISOString().slice(0, 10);
    expect(await figures('getarticlesummary', next)).toEqual({ list: [] }); // fewer than three are not told
    expect(await figures('getarticletotal', today)).toMatchObject({
      list: [
        {
          ref_date: today,
          msgid,
          details: [
            { stat_date: today, target_user: 1, int_page_read_user: 2 },
            { stat_date: next, target_user: 1, int_page_read_user: 3, int_page_read_count: 6 },
          ],
        },
      ],
    });
    expect(await figures('getarticletotal', next)).toEqual({ list: [] });
    expect(await figures('getarticletotal', today, next)).toMatchObject({ errcode: 61501 });
    expect(await figures('getarticlesummary', '2026-13-01')).toMatchObject({ errcode: 61500 });
    expect(await figures('getuserread', today)).toMatchObject({ errcode: 76021 });
    expect(await figures('getarticletotaldetail', today)).toMatchObject({
      list: [
        {
          ...{ ref_date: today, msgid, title: '教育日', publish_type: 0 },
          detail_list: [
            { stat_date: today, read_user: 2 },
            { stat_date: next, read_user: 3 },
          ],
        },
      ],
      is_delay: false,
    });
    expect(await figures('getarticletotaldetail', today, next)).toMatchObject({ errcode: 61501 });
    expect(await figures('getarticletotaldetail', '2025-10-31')).toEqual({ list: [], is_delay: false });
  });
  test('a notice needs a consent, and takes one', async () => {
    const w = await start(undefined, { resultDelayMs: 1 });
    const openid = await w.follower();
    const data = {
      thing1: { value: '教育日' },
      time2: { value: '2027年4月15日' },
      thing3: { value: '查看文章' },
    };
    const notice = { touser: openid, template_id: 'simulator-notice', data };
    const send = (): Promise<Record<string, unknown>> =>
      w.platform('POST', '/cgi-bin/message/subscribe/bizsend', notice);
    expect(await send()).toMatchObject({ errcode: 43101 });
    await w.api('POST', `/users/${openid}/consents`, { templateId: 'simulator-notice', status: 'accept' });
    expect(w.received.at(-1)?.fields).toMatchObject({
      Event: 'subscribe_msg_popup_event',
      SubscribeMsgPopupEvent: { List: { TemplateId: 'simulator-notice', SubscribeStatusString: 'accept' } },
    });
    expect([(await send())['errcode'], (await send())['errcode']]).toEqual([0, 43101]);
    await w.until(() => w.received.some(({ fields }) => fields['Event'] === 'subscribe_msg_sent_event'));
    expect((await w.outbox(openid)).at(-1)).toMatchObject({ via: 'subscribe', title: '宣传日提醒' });
  });
  test('a notice is checked in the platform’s order: account, person, form, page, fields, consent', async () => {
    const w = await start();
    const openid = await w.follower();
    const notice = { touser: 'oNobody', template_id: 'none', page: 'pages/a', data: {} };
    const fields = { thing1: { value: 'x' }, time2: { value: '15:01' }, thing3: { value: 'x' } };
    const send = async (body: object): Promise<unknown> =>
      (await w.platform('POST', '/cgi-bin/message/subscribe/bizsend', body))['errcode'];
    const codes = [await send(notice)];
    for (const better of [
      { touser: openid },
      { template_id: 'simulator-notice' },
      { page: 'https://line.test/a/1' },
      { data: fields },
    ])
      codes.push(await send(Object.assign(notice, better)));
    expect(codes).toEqual([40003, 40037, 41030, 47003, 43101]);
  });
  test.each([
    ['subscription', true],
    ['service', false],
  ] as const)(
    'a %s account (certified: %s) has no forms, and nobody’s consent helps',
    async (kind, certified) => {
      const w = await start(undefined, { account: { ...sampleOfficialAccount, kind, certified } });
      const openid = await w.follower();
      const notice = { touser: openid, template_id: 'simulator-notice', data: {} };
      for (const answer of [
        await w.platform('GET', '/wxaapi/newtmpl/gettemplate'),
        await w.platform('POST', '/wxaapi/newtmpl/addtemplate', { tid: '1', kidList: [1, 2] }),
        await w.platform('POST', '/cgi-bin/message/subscribe/bizsend', notice),
      ])
        expect(answer).toMatchObject({ errcode: 48001 });
    },
  );
  test('a consent given to the account is none for the mini-program', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.api('POST', `/users/${openid}/consents`, { templateId: 'simulator-notice', status: 'accept' });
    const body = { grant_type: 'client_credential', appid: 'wxsimulator00001', secret: 'simulator-secret' };
    const { access_token: token } = await w.platform('POST', '/cgi-bin/stable_token', body, null);
    const data = { thing1: { value: 'x' }, time2: { value: '15:01' }, thing3: { value: 'x' } };
    const send = (more: object): Promise<Record<string, unknown>> =>
      w.platform(
        'POST',
        '/cgi-bin/message/subscribe/send',
        { touser: openid, template_id: 'simulator-notice', data, ...more },
        String(token),
      );
    expect(await send({})).toMatchObject({ errcode: 43101 });
    expect(await send({ page: '/pages/a' })).toMatchObject({ errcode: 41030 });
    expect(await send({ miniprogram_state: 'beta' })).toMatchObject({ errcode: 40097 });
    const accept = { templateId: 'simulator-notice', status: 'accept', of: 'mini-program' };
    await w.api('POST', `/users/${openid}/consents`, accept);
    expect(await send({})).toMatchObject({ errcode: 0 });
  });
  test('an account has 25 forms at most, each with two to five fields and a short description', async () => {
    const w = await start();
    const add = async (more: object = {}): Promise<unknown> =>
      (await w.platform('POST', '/wxaapi/newtmpl/addtemplate', { tid: '1', kidList: [1, 2], ...more }))[
        'errcode'
      ];
    expect([await add({ kidList: [1] }), await add({ sceneDesc: '字'.repeat(16) })]).toEqual([
      200014, 200021,
    ]);
    for (let n = 2; n < 25; n += 1) expect(await add()).toBe(0);
    expect(await add()).toBe(200012);
  });
  test('a scene code has a picture, and nobody else’s ticket has', async () => {
    const w = await start();
    const body = { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: 'report:data' } } };
    const { ticket } = await w.platform('POST', '/cgi-bin/qrcode/create', body);
    const picture = (of: unknown): Promise<Response> =>
      fetch(`${w.url}/simulator/wechat/cgi-bin/showqrcode?ticket=${encodeURIComponent(String(of))}`);
    const found = await picture(ticket);
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await found.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await picture('none')).status).toBe(404);
  });
  test('a day’s quota ends at Beijing’s midnight or when it is cleared', async () => {
    const w = await start();
    await w.api('POST', '/clock', { now: '2027-04-15T00:00:00+08:00' });
    for (let i = 0; i < 500; i += 1) await w.platform('GET', '/cgi-bin/user/get');
    expect(await w.platform('GET', '/cgi-bin/user/get')).toMatchObject({ errcode: 45009 });
    expect(
      await w.platform('POST', '/cgi-bin/openapi/quota/get', { cgi_path: '/cgi-bin/user/get' }),
    ).toMatchObject({
      quota: { daily_limit: 500, used: 500, remain: 0 },
    });
    await w.platform('POST', '/cgi-bin/clear_quota', { appid: 'wxsimulator00000' });
    expect(await w.platform('GET', '/cgi-bin/user/get')).toMatchObject({ total: 0 });
  });
});

describe('the mini-program', () => {
  const session = (w: World, code: string): Promise<Record<string, unknown>> =>
    w.platform(
      'GET',
      `/sns/jscode2session?appid=wxsimulator00001&secret=simulator-secret&js_code=${code}&grant_type=authorization_code`,
      undefined,
      null,
    );
  const mpToken = async (w: World): Promise<string> => {
    const body = { grant_type: 'client_credential', appid: 'wxsimulator00001', secret: 'simulator-secret' };
    return String((await w.platform('POST', '/cgi-bin/stable_token', body, null))['access_token']);
  };
  test('a login code is good once, for five minutes', async () => {
    const w = await start();
    const { json } = await w.api('POST', '/login-codes', { openid: 'oVisitor' });
    expect(await session(w, String(json['code']))).toMatchObject({ openid: 'oVisitor' });
    expect(await session(w, String(json['code']))).toMatchObject({ errcode: 40163 });
    const { json: late } = await w.api('POST', '/login-codes', { openid: 'oVisitor' });
    await w.api('POST', '/clock', { advanceMs: 300_000 });
    expect(await session(w, String(late['code']))).toMatchObject({ errcode: 40029 });
  });
  test('a phone code is no login code', async () => {
    const w = await start();
    const { json } = await w.api('POST', '/phone-codes', { openid: 'oVisitor' });
    expect(await session(w, String(json['code']))).toMatchObject({ errcode: 40029 });
    const token = await mpToken(w);
    expect(
      await w.platform('POST', '/wxa/business/getuserphonenumber', { code: json['code'] }, token),
    ).toMatchObject({
      phone_info: { countryCode: '86' },
    });
  });
  test('a text is checked only for somebody who was there within two hours', async () => {
    const w = await start();
    await w.api('POST', '/login-codes', { openid: 'oVisitor' });
    const token = await mpToken(w);
    const body = { version: 2, openid: 'oVisitor', scene: 2, content: '好' };
    const check = (): Promise<Record<string, unknown>> =>
      w.platform('POST', '/wxa/msg_sec_check', body, token);
    expect(await check()).toMatchObject({ errcode: 0 });
    await w.api('POST', '/clock', { advanceMs: 2 * 3_600_000 + 60_000 });
    const again = w.platform('POST', '/wxa/msg_sec_check', body, await mpToken(w));
    expect(await again).toMatchObject({ errcode: 61010 });
  });
  test('it sends texts, pictures and pages by customer message, nothing else', async () => {
    const w = await start();
    const openid = await w.follower();
    await w.say(openid, 'x');
    const music = { touser: openid, msgtype: 'music', music: {} };
    expect(await w.platform('POST', '/cgi-bin/message/custom/send', music, await mpToken(w))).toMatchObject({
      errcode: 40008,
    });
  });
  test('appid and secret are missed before they are wrong', async () => {
    const w = await start();
    const login = (query: string): Promise<Record<string, unknown>> =>
      w.platform(
        'GET',
        `/sns/jscode2session?js_code=c&grant_type=authorization_code${query}`,
        undefined,
        null,
      );
    expect([
      (await login(''))['errcode'],
      (await login('&appid=x'))['errcode'],
      (await login('&appid=wxsimulator00001'))['errcode'],
      (await login('&appid=wxsimulator00001&secret=x'))['errcode'],
    ]).toEqual([41002, 40013, 41004, 40125]);
  });
  test('texts are judged by their words, links by their expiry, code pictures by their scene', async () => {
    const w = await start();
    await w.api('POST', '/login-codes', { openid: 'oVisitor' });
    const token = await mpToken(w);
    const check = { version: 2, openid: 'oVisitor', scene: 1 };
    const post = (path: string, body: object): Promise<Record<string, unknown>> =>
      w.platform('POST', path, body, token);
    expect(await post('/wxa/msg_sec_check', { ...check, content: 'a risky-word' })).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky', label: 20006 },
    });
    expect(await post('/wxa/msg_sec_check', { ...check, content: '好' })).toMatchObject({
      result: { suggest: 'pass' },
    });
    expect(
      await post('/wxa/generate_urllink', { path: '/a', expire_type: 1, expire_interval: 31 }),
    ).toMatchObject({ errcode: 85400 });
    expect(await post('/wxa/generate_urllink', { path: '/a?x=1' })).toMatchObject({ errcode: 40165 });
    expect(await post('/wxa/generate_urllink', { path: '/a', query: 'x=好' })).toMatchObject({
      errcode: 40212,
    });
    const info = { appid: 'wxsimulator00001', path: '/a', query: 'x=1', env_version: 'release' };
    const { url_link } = await post('/wxa/generate_urllink', { path: '/a', query: 'x=1' });
    expect(await post('/wxa/query_urllink', { url_link })).toMatchObject({ errcode: 0, url_link_info: info });
    const { openlink } = await post('/wxa/generatescheme', { jump_wxa: { path: '/a', query: 'x=1' } });
    expect(await post('/wxa/queryscheme', { scheme: openlink })).toMatchObject({
      errcode: 0,
      scheme_info: info,
    });
    expect(await post('/wxa/queryscheme', { scheme: url_link })).toMatchObject({ errcode: 40097 });
    expect(await post('/wxa/getwxacodeunlimit', { scene: 'a%20b', page: 'p' })).toMatchObject({
      errcode: 40169,
    });
  });
});
