/** Notices, budgets and hand entries as the console's page gets them. */
import {
  noticeLangs,
  type InLangs,
  type Notice,
  type NoticeText,
  type NoticeWays,
} from '../../../../domain/notices/notice.js';
import type { Budget } from '../../../../domain/notices/budget.js';
import type { HandSend, NoticeFeed } from '../../../../domain/notices/ports.js';
import type { Named } from '../../../../domain/staff/name-staff.js';
import { presentPlanned } from '../over-budget.js';
import { iso } from '../page.js';

export type NameOf = (id: string) => Named;

export const namedOrNull = (nameOf: NameOf, id: string | null): Named | null =>
  id === null ? null : nameOf(id);

export function presentTexts(texts: InLangs<NoticeText>) {
  const [zh, en] = noticeLangs.map((lang) => ({ title: texts[lang].title, body: texts[lang].body }));
  return { zh, en };
}

export const presentWays = ({ mass, account, mini }: NoticeWays) => ({
  ...{ mass: mass && { tag: mass.tag }, account, mini },
});

export function presentNotice(notice: Notice, nameOf: NameOf) {
  const { id, revision, name, rule, since, at, article, leads, windowHours, active, source } = notice;
  return {
    ...{ id, revision, name: { zh: name.zh, en: name.en } },
    rule: { ...rule.rule, ...(rule.moved === undefined ? {} : { moved: rule.moved }) },
    ...{ since, at, texts: presentTexts(notice.texts), article, ways: presentWays(notice.ways) },
    ...{ leads, windowHours, active, source },
    editedBy: namedOrNull(nameOf, notice.editedBy),
    editedAt: iso(notice.editedAt),
  };
}

export const presentBudget = ({ period, most, sent, planned }: Budget) => ({
  ...{ period, most, sent, left: Math.max(0, most - sent - planned.length) },
  planned: planned.map(presentPlanned),
});

export const presentHandSend = ({ id, on, note, by, at }: HandSend, nameOf: NameOf) => ({
  ...{ id, on, note, by: nameOf(by), at: iso(at) },
});

export const presentFeed = (feed: NoticeFeed | null) => ({ madeOn: feed?.madeOn ?? null });
