/** What several answers of the console's API have in common. */

export type Lang = 'zh' | 'en';

export const roles = ['editor', 'handler', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const acts = [
  ...(['articles.read', 'articles.write', 'articles.review', 'articles.publish'] as const),
  ...(['notices.read', 'notices.write', 'notices.review', 'notices.publish'] as const),
  ...(['line.release', 'jobs.read', 'jobs.run'] as const),
  ...(['staff.list', 'staff.manage', 'audit.read'] as const),
] as const;
export type Act = (typeof acts)[number];

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
