/** What several answers of the console's API have in common. */

export type Lang = 'zh' | 'en';

export const roles = ['editor', 'handler', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

export type Act =
  | 'articles.read'
  | 'articles.write'
  | 'articles.review'
  | 'articles.publish'
  | 'staff.list'
  | 'staff.manage'
  | 'audit.read';

/** A member of staff as others are shown to them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A page of a list; `nextCursor` asks for what follows, null: that was all. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
