import type { Act } from '../api/common-types.js';

/** What the navigation can show, in its order. */
export const navigationItems = [
  { name: 'articles', path: '/articles', act: 'articles.read' },
  { name: 'review', path: '/review', act: 'articles.review' },
  { name: 'calendar', path: '/calendar', act: 'articles.read' },
  { name: 'notices', path: '/notices', act: 'notices.read' },
  { name: 'staff', path: '/staff', act: 'staff.list' },
  { name: 'jobs', path: '/jobs', act: 'jobs.read' },
  { name: 'audit', path: '/audit', act: 'audit.read' },
] as const satisfies readonly { readonly name: string; readonly path: string; readonly act: Act }[];

export type NavigationItem = (typeof navigationItems)[number];

/** Only what somebody may do. */
export const itemsFor = (may: (act: Act) => boolean): readonly NavigationItem[] =>
  navigationItems.filter(({ act }) => may(act));
