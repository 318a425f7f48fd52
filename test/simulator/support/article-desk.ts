import { type World } from './world.js';

/** What an editor's program does with articles, over the platform's calls. */
export interface ArticleDesk {
  /** A permanent cover's media id. */
  thumb(): Promise<string>;
  /** Uploads a file; answers the platform's JSON. */
  upload(
    path: string,
    bytes: Uint8Array,
    more?: { readonly type?: string; readonly name?: string },
  ): Promise<Record<string, unknown>>;
  /** An article that the platform takes, with changes. */
  article(changes?: object): Promise<Record<string, unknown>>;
  /** A draft of one article, or of as many as there are changes. */
  draft(...changes: readonly object[]): Promise<string>;
  /** The content of a new draft as the platform keeps it. */
  kept(content: string): Promise<unknown>;
  sendAll(draftId: string, more?: object): Promise<Record<string, unknown>>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  /** The events of one name that reached the line. */
  events(name: string): readonly Readonly<Record<string, unknown>>[];
  /** Waits for so many of them and answers the last. */
  event(name: string, count?: number): Promise<Readonly<Record<string, unknown>>>;
  page(
    address: unknown,
  ): Promise<{ readonly status: number; readonly html: string; readonly headers: Headers }>;
}

export const jpeg = (size = 24): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(size - 3)]);
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

export function articleDesk(w: World): ArticleDesk {
  const post: ArticleDesk['post'] = (path, body) => w.platform('POST', `/cgi-bin/${path}`, body);
  const events: ArticleDesk['events'] = (name) =>
    w.received.filter(({ fields }) => fields['Event'] === name).map(({ fields }) => fields);
  const upload: ArticleDesk['upload'] = async (path, bytes, { type, name = 'a.jpg' } = {}) => {
    const form = new FormData();
    form.append('media', new Blob([Buffer.from(bytes)]), name);
    const query = `access_token=${await w.token()}${type === undefined ? '' : `&type=${type}`}`;
    const url = `${w.url}/simulator/wechat/cgi-bin/${path}?${query}`;
    return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, unknown>;
  };
  const thumb = async (): Promise<string> =>
    String((await upload('material/add_material', jpeg(), { type: 'thumb' }))['media_id']);
  const article: ArticleDesk['article'] = async (changes = {}) => ({
    title: '教育日',
    author: '宣传组',
    digest: '四月十五日',
    content: '<p>正文</p>',
    content_source_url: 'https://line.example/a/day',
    thumb_media_id: await thumb(),
    ...changes,
  });
  const draft: ArticleDesk['draft'] = async (...changes) => {
    const articles = await Promise.all((changes.length === 0 ? [{}] : changes).map(article));
    return String((await post('draft/add', { articles }))['media_id']);
  };

  return {
    post,
    events,
    upload,
    thumb,
    article,
    draft,
    kept: async (content) => {
      const { news_item } = await post('draft/get', { media_id: await draft({ content }) });
      return (news_item as { content: unknown }[])[0]?.content;
    },
    sendAll: (draftId, more = {}) =>
      post('message/mass/sendall', {
        filter: { is_to_all: true },
        msgtype: 'mpnews',
        mpnews: { media_id: draftId },
        ...more,
      }),
    event: async (name, count = 1) => {
      await w.until(() => events(name).length >= count);
      return events(name).at(-1) ?? {};
    },
    page: async (address) => {
      const { pathname, search } = new URL(String(address));
      const response = await fetch(w.url + pathname + search);
      return { status: response.status, html: await response.text(), headers: response.headers };
    },
  };
}
