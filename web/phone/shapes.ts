/** What the control API sends, as far as the page reads it. */
export interface Tap {
  readonly label: string;
  readonly send: string;
  readonly id: string;
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
  readonly picUrl?: string;
  readonly url: string;
}

/** Something the person sees. Fields beside the first four depend on the type. */
export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly via: string;
  readonly type: string;
  readonly content?: string;
  readonly taps?: readonly Tap[];
  readonly links?: readonly Link[];
  readonly mediaId?: string;
  readonly title?: string;
  readonly description?: string;
  readonly articles?: readonly Article[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** Something the person did. */
export interface Act {
  readonly type: string;
  readonly content?: string;
  readonly menuId?: string;
  readonly mediaId?: string;
  readonly label?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly event?: string;
  readonly fields?: { readonly EventKey?: string };
}

export interface Attempt {
  readonly ms: number;
  readonly outcome: string;
  readonly status?: number;
  readonly why?: string;
}

export interface Delivery {
  readonly seq: number;
  readonly done: number;
  readonly at: string;
  readonly act: Act;
  readonly attempts: readonly Attempt[];
  readonly ms: number;
}

export interface MenuButton {
  readonly name: string;
  readonly type?: string;
  readonly key?: string;
  readonly url?: string;
  readonly sub_button?: readonly MenuButton[];
}

/** A message as the control API takes it. */
export type Outgoing = Readonly<Record<string, string | number>> & { readonly type: string };

/** A notice that the account has chosen in the back office. */
export interface Template {
  readonly id: string;
  readonly title: string;
}

/** A call of the platform's API. */
export interface Call {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly errcode: number;
  readonly ms: number;
}

/** A QR code that the account made, while it is good. */
export interface Code {
  readonly url: string;
  readonly scene: string;
}
