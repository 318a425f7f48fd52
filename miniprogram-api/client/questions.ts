/** The question graph with its texts, as the line publishes it. */
import type { Cond, Graph, Kind, Question, Role } from '../../questions/types.js';
import { asObject } from '../../vault/json.js';
import type { Ask, Body } from './ask.js';
import type { Lang } from './ports.js';
import { flag, list, text, whole } from './shape.js';

export interface Questions {
  readonly graph: Graph;
  /** the version of today's questions, which need not be this one */
  readonly current: string;
  readonly lang: Lang;
  /** `q.<id>.label`, `c.<id>.<code>` and the like */
  readonly texts: Readonly<Record<string, string>>;
}

/** Asks for the questions, today's unless a version is given. @throws ApiError questions.unknown_version; NoConnection */
export function askQuestions(ask: Ask, lang: Lang, version?: string): Promise<Questions> {
  const asked = version === undefined ? '' : `&version=${encodeURIComponent(version)}`;
  return ask({
    method: 'GET',
    path: `/questions?lang=${lang}${asked}`,
    status: 200,
    read: (body) => readQuestions(body, lang),
  });
}

function readQuestions(body: Body, lang: Lang): Questions | null {
  const texts = asObject(body['texts']) ?? {};
  const read = whole({
    version: text(body['version']),
    current: text(body['current']),
    questions: list(body['questions'], readQuestion),
  });
  if (!read || !isTexts(texts)) return null;
  const { version, current, questions } = read;
  return { graph: { version, questions }, current, lang, texts };
}

const isTexts = (value: object): value is Readonly<Record<string, string>> =>
  Object.values(value).every((one) => typeof one === 'string');

const kinds: readonly Kind[] = [
  ...(['choice', 'story', 'moment', 'place', 'person', 'contact', 'files', 'consent'] as const),
];
const isKind = (value: unknown): value is Kind => kinds.some((kind) => kind === value);
const isRole = (value: unknown): value is Role => value === 'category' || value === 'conflict';

/** A question; one of a kind that this client does not know makes the whole unreadable: it could not be asked. */
function readQuestion(value: unknown): Question | null {
  const { id, kind, optional, choices, ends, when, role } = asObject(value) ?? {};
  const [codes, endings] = [list(choices, text), list(ends, text)];
  const asked = when === null || when === undefined ? null : readCond(when);
  if (typeof id !== 'string' || !isKind(kind) || !codes || !endings || asked === 'none') return null;
  return {
    ...{ id, kind, optional: flag(optional) },
    ...(codes.length === 0 ? {} : { choices: codes }),
    ...(endings.length === 0 ? {} : { ends: endings }),
    ...(asked === null ? {} : { when: asked }),
    ...(isRole(role) ? { role } : {}),
  };
}

function readCond(value: unknown): Cond | 'none' {
  const { q, in: codes, not, all } = asObject(value) ?? {};
  if (not !== undefined) {
    const part = readCond(not);
    return part === 'none' ? part : { not: part };
  }
  if (all !== undefined) {
    const parts = list(all, (one) => {
      const part = readCond(one);
      return part === 'none' ? null : part;
    });
    return parts === null ? 'none' : { all: parts };
  }
  const among = list(codes, text);
  return typeof q === 'string' && among ? { q, in: among } : 'none';
}
