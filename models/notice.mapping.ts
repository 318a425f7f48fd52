/** A notice to its document and back. */
import { type DayRule, type MovedRule, type Nth, ruleProblems } from '../domain/calendar/day-rule.js';
import { DomainError } from '../domain/errors.js';
import type { InLangs, Notice, NoticeText, NoticeWays } from '../domain/notices/notice.js';
import { type ArticleFields, articleFieldsOf } from './article.fields.js';
import type {
  InLangsDocument,
  NoticeDocument,
  NoticeTextDocument,
  NoticeWaysDocument,
  RuleDocument,
} from './notice.schema.js';

const fields = articleFieldsOf('notices');
const { text, whole, flag, list, word, part, orNull } = fields;

/** The document of a notice. */
export function toNoticeDocument(notice: Notice): NoticeDocument {
  const { id, revision, name, rule, since, at, texts, article, ways } = notice;
  const { leads, windowHours, active, source, editedBy, editedAt } = notice;
  return {
    ...{ _id: id, revision, since, at, article, leads: [...leads], windowHours, active, source },
    ...{ editedBy, editedAt },
    name: { zh: name.zh, en: name.en },
    rule: { ...rule.rule, ...(rule.moved === undefined ? {} : { moved: rule.moved }) },
    texts: toTextsDocument(texts),
    ways: toWaysDocument(ways),
  };
}

export const toTextsDocument = ({ zh, en }: InLangs<NoticeText>): InLangsDocument<NoticeTextDocument> => ({
  zh: { title: zh.title, body: zh.body },
  en: { title: en.title, body: en.body },
});

export const toWaysDocument = ({ mass, account, mini }: NoticeWays): NoticeWaysDocument => ({
  ...{ mass: mass && { tag: mass.tag }, account, mini },
});

const toContent = noticeReader(fields);

/** The notice in a document. @throws DomainError storage.unreadable */
export function toNotice(document: NoticeDocument): Notice {
  const { zh, en } = part(document.name);
  return {
    id: text(document._id),
    revision: whole(document.revision),
    name: { zh: text(zh), en: text(en) },
    rule: toRule(document.rule),
    since: orNull(document.since, whole),
    at: text(document.at),
    texts: toContent.texts(document.texts),
    article: orNull(document.article, text),
    ways: toContent.ways(document.ways),
    leads: list(document.leads).map(whole),
    windowHours: whole(document.windowHours),
    active: flag(document.active),
    source: word(['profile', 'desk'], document.source),
    editedBy: orNull(document.editedBy, text),
    editedAt: whole(document.editedAt),
  };
}

/** Reads words and ways with one collection's checks. The readers throw DomainError storage.unreadable. */
export function noticeReader(own: ArticleFields) {
  const one = (document: NoticeTextDocument): NoticeText => {
    const { title, body } = own.part(document);
    return { title: own.text(title), body: own.text(body) };
  };
  return {
    texts(document: InLangsDocument<NoticeTextDocument>): InLangs<NoticeText> {
      const { zh, en } = own.part(document);
      return { zh: one(zh), en: one(en) };
    },
    ways(document: NoticeWaysDocument): NoticeWays {
      const { mass, account, mini } = own.part(document);
      return {
        mass: own.orNull(mass, (given) => ({ tag: own.orNull(own.part(given).tag, own.whole) })),
        account: own.flag(account),
        mini: own.flag(mini),
      };
    },
  };
}

function toRule(document: RuleDocument): MovedRule {
  const { moved } = part(document);
  const rule = { rule: toDayRule(document), ...(moved === undefined ? {} : { moved: movedWord(moved) }) };
  if (ruleProblems(rule).length > 0)
    throw new DomainError('storage.unreadable', { cause: new Error('a document of notices') });
  return rule;
}

const movedWord = (moved: string) => word(['before', 'after'], moved);

function toDayRule({ kind, month, day, leap, weekday, nth, since, on }: RuleDocument): DayRule {
  const counted = since === undefined ? {} : { since: whole(since) };
  switch (word(['yearly', 'weekday', 'lunar', 'once'], kind)) {
    case 'yearly':
      return {
        ...{ kind: 'yearly', month: whole(month), day: whole(day), ...counted },
        ...(leap === undefined ? {} : { leap: word(['before', 'skip'], leap) }),
      };
    case 'weekday':
      // which of the whole numbers is one is looked at with the rest of the rule
      return {
        kind: 'weekday',
        month: whole(month),
        weekday: whole(weekday),
        nth: whole(nth) as Nth,
        ...counted,
      };
    case 'lunar':
      return { kind: 'lunar', month: whole(month), day: day === 'last' ? day : whole(day), ...counted };
    case 'once':
      return { kind: 'once', on: text(on) };
  }
}
