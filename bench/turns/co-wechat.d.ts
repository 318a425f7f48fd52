/** What the bench uses of co-wechat 2.4, which brings no types. */
declare module 'co-wechat' {
  import type { Middleware } from 'koa';

  interface Settings {
    readonly token: string;
    readonly appid: string;
    /** left out: plain mode */
    readonly encodingAESKey?: string;
  }
  export default function wechat(settings: Settings): {
    /** A text as the answer is a text message. */
    middleware(answer: (message: { readonly Content: string }) => Promise<string>): Middleware;
  };
}
