import type {
  Article,
  ArticleContent,
  ArticleFilter,
  ArticleKind,
  ArticleLine,
  Calendar,
  Preview,
  Rendition,
  Saved,
  StepRequest,
  UploadedPicture,
  Version,
  VersionLine,
  Views,
} from './article-types.js';
import type { CallOptions, Client } from './client.js';
import type { Lang, Named, Page } from './common-types.js';

/** Articles, from the first line to the reader and back. */
export interface ArticlesApi {
  list(filter: ArticleFilter, cursor?: string): Promise<Page<ArticleLine>>;
  search(words: string, options?: CallOptions): Promise<Page<ArticleLine>>;
  /** From day to day, both included. */
  calendar(from: string, to: string): Promise<Calendar>;
  create(kind: ArticleKind, copyOf?: string): Promise<Article>;
  get(id: string): Promise<Article>;
  save(
    id: string,
    request: { readonly revision: number; readonly content: ArticleContent; readonly slug?: string },
  ): Promise<Saved>;
  step(id: string, request: StepRequest): Promise<Article>;
  versions(id: string): Promise<Page<VersionLine>>;
  version(id: string, revision: number): Promise<Version>;
  restore(id: string, version: number, revision: number): Promise<Article>;
  comment(
    id: string,
    comment: { readonly lang: Lang; readonly paragraph: string; readonly text: string },
  ): Promise<Article>;
  resolveComment(id: string, comment: string): Promise<Article>;
  /** Says who else is here. Asked in the background: it fails at once when the session is over. */
  presence(id: string, editing: boolean): Promise<{ readonly others: readonly Named[] }>;
  views(id: string): Promise<Views>;
  upload(picture: Blob, options?: CallOptions): Promise<UploadedPicture>;
  preview(body: string, options?: CallOptions): Promise<Preview>;
}

const at = (id: string): string => `/articles/${encodeURIComponent(id)}`;

export const createArticlesApi = (client: Client): ArticlesApi => ({
  list: (filter, cursor) => client.get('/articles', { query: { ...filter, cursor } }),
  search: (words, options) => client.get('/articles/search', { ...options, query: { q: words } }),
  calendar: (from, to) => client.get('/articles/calendar', { query: { from, to } }),
  create: (kind, copyOf) => client.post('/articles', copyOf === undefined ? { kind } : { kind, copyOf }),
  get: (id) => client.get(at(id)),
  save: (id, request) => client.put(at(id), request),
  step: (id, request) => client.post(`${at(id)}/steps`, request),
  versions: (id) => client.get(`${at(id)}/versions`),
  version: (id, revision) => client.get(`${at(id)}/versions/${revision}`),
  restore: (id, version, revision) => client.post(`${at(id)}/versions/${version}/restore`, { revision }),
  comment: (id, comment) => client.post(`${at(id)}/comments`, comment),
  resolveComment: (id, comment) => client.post(`${at(id)}/comments/${encodeURIComponent(comment)}/resolve`),
  presence: (id, editing) => client.post(`${at(id)}/presence`, { editing }, { impatient: true }),
  views: (id) => client.get(`${at(id)}/views`),
  upload: (picture, options) => client.upload('/pictures', picture, options),
  preview: (body, options) => client.post('/preview', { body }, options),
});

/** Where the picture is to be had; the session's cookie goes with it. */
export const pictureUrl = (id: string, rendition: Rendition): string =>
  `/api/pictures/${encodeURIComponent(id)}/${rendition}`;
