import { keepLatest } from './latest.js';

/** What a link opens, as its query tells it. */
export interface LinkInfo {
  readonly appid: string;
  readonly path: string;
  readonly query: string;
  /** Unix seconds */
  readonly create_time: number;
  /** Unix seconds */
  readonly expire_time: number;
  readonly env_version: string;
}

/** The latest links into the mini-program that were made. */
export interface Links {
  add(link: string, info: LinkInfo): void;
  get(link: string): LinkInfo | undefined;
}

const most = 10_000;

export function createLinks(): Links {
  const made = new Map<string, LinkInfo>();
  return {
    add: (link, info) => {
      made.set(link, info);
      keepLatest(made, most);
    },
    get: (link) => made.get(link),
  };
}
