/** A call of the platform's API as the tester sees it. */
export interface CallRecord {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly request: unknown;
  readonly status: number;
  readonly errcode: number;
  readonly ms: number;
  /** the fault that struck it */
  readonly fault?: string;
}

const secret = /^(secret|appsecret|session_key|js_code|code|phone_?number)$/i;
const mostText = 2000;

/** A copy without secrets: tokens by their first six characters, the rest as dots, long texts cut. */
export function masked(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (secret.test(name)) return '…';
    if (name === 'access_token') return `${value.slice(0, 6)}…`;
    return value.length > mostText ? `${value.slice(0, mostText)}…` : value;
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, key)]));
}

/** The last `most` of something, oldest first. */
export class Ring<T> {
  private items: T[] = [];
  constructor(private readonly most: number) {}

  add(item: T): void {
    this.items.push(item);
    if (this.items.length > this.most * 2) this.items = this.items.slice(-this.most);
  }

  all(): readonly T[] {
    return this.items.slice(-this.most);
  }
}
