/** What a person sees in the chat. */

/** A tappable line inside a text: tapping sends `send` as a text message that carries `id`. */
export interface Tap {
  readonly label: string;
  readonly send: string;
  readonly id: string;
  /** where the label begins in the visible text, in UTF-16 units */
  readonly at: number;
}

export interface Link {
  readonly label: string;
  readonly href: string;
  readonly at: number;
}

export interface Article {
  readonly title: string;
  readonly description: string;
  readonly picUrl: string;
  readonly url: string;
}

export type Shown =
  | {
      readonly type: 'text' | 'msgmenu';
      readonly content: string;
      readonly taps: readonly Tap[];
      readonly links: readonly Link[];
    }
  | { readonly type: 'image' | 'voice'; readonly mediaId: string }
  | {
      readonly type: 'video';
      readonly mediaId: string;
      readonly title: string;
      readonly description: string;
    }
  | {
      readonly type: 'music';
      readonly title: string;
      readonly description: string;
      readonly url: string;
      readonly thumbMediaId: string;
    }
  | { readonly type: 'news'; readonly articles: readonly Article[] }
  | {
      readonly type: 'card';
      readonly title: string;
      readonly page: string;
      readonly fields: Readonly<Record<string, string>>;
    };

export type Via = 'passive' | 'custom' | 'template' | 'subscribe' | 'mass' | 'notice';

/** `seq` orders what a person sees and what they sent in one row; `at` is ISO 8601. */
export type Entry = Shown & { readonly via: Via; readonly at: string; readonly seq: number };
