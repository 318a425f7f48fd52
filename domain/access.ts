/** Who may do what: one table. What is not in it nobody may. */
export const roles = ['editor', 'handler', 'supervisor', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

const table = {
  /** read drafts, versions, comments and figures of articles */
  'articles.read': ['editor', 'supervisor'],
  /** write articles, upload pictures, send for review, comment */
  'articles.write': ['editor'],
  /** approve or send back; never one's own, and a supervisor only where one editor is all there is */
  'articles.review': ['editor', 'supervisor'],
  /** stop what is about to go, withdraw, settle what is in doubt */
  'articles.publish': ['editor', 'supervisor'],
  /** read notices, what is planned, how sends go on, and the holidays they depend on */
  'notices.read': ['editor', 'supervisor'],
  /** write notices, move what is planned, enter a year's holidays and what was sent by hand */
  'notices.write': ['editor'],
  /** approve or send back what is planned; never one's own, as with articles */
  'notices.review': ['editor', 'supervisor'],
  /** stop what is about to go, pause, resume and cancel sends, settle what is in doubt */
  'notices.publish': ['editor', 'supervisor'],
  /** say go on a line that holds everything back because its database is a copy or came from a backup */
  'line.release': ['supervisor', 'administrator'],
  /** jobs with their runs, and the letters that were never delivered */
  'jobs.read': ['editor', 'supervisor', 'administrator'],
  /** run a job now, retry or empty what was never delivered */
  'jobs.run': ['supervisor', 'administrator'],
  /** names and roles of the others */
  'staff.list': ['supervisor', 'auditor', 'administrator'],
  /** invite, change roles, end an account */
  'staff.manage': ['administrator'],
  'audit.read': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof table;
export const acts = Object.keys(table) as Act[];

/** Whether somebody with these roles may do that. */
export function may(mine: readonly Role[], act: Act): boolean {
  const allowed: readonly Role[] = table[act];
  return mine.some((role) => allowed.includes(role));
}

/** The roles that may. */
export const whoMay = (act: Act): readonly Role[] => table[act];
