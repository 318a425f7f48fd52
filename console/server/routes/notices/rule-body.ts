import { ruleProblems, type DayRule, type MovedRule } from '../../../../domain/calendar/day-rule.js';
import { DomainError } from '../../../../domain/errors.js';
import type { RuleBody } from './notices.dto.js';

/** The fields of each kind beside `kind` and `moved`; a `?` says that it may be left out. */
const fieldsOf = {
  yearly: ['month', 'day', 'leap?', 'since?'],
  weekday: ['month', 'weekday', 'nth', 'since?'],
  lunar: ['month', 'day', 'since?'],
  once: ['on'],
} as const;

/** The rule that a request describes. @throws DomainError request.invalid naming the fields that are wrong */
export function ruleOf(body: RuleBody): MovedRule {
  const wanted: readonly string[] = fieldsOf[body.kind];
  const { kind, moved, ...given } = body;
  const present = Object.keys(given);
  const wrong = [
    ...wanted.filter((name) => !name.endsWith('?') && !present.includes(name)),
    ...present.filter((name) => !wanted.includes(name) && !wanted.includes(`${name}?`)),
  ];
  if (wrong.length > 0) throw refused(wrong);
  const rule = { rule: dayRuleOf(body), ...(moved === undefined ? {} : { moved }) };
  const problems = ruleProblems(rule);
  if (problems.length > 0) throw refused(problems);
  return rule;
}

function dayRuleOf({
  kind,
  month = 0,
  day = 0,
  leap,
  weekday = 0,
  nth = 1,
  since,
  on = '',
}: RuleBody): DayRule {
  const counted = since === undefined ? {} : { since };
  switch (kind) {
    case 'yearly':
      // `last` is no day here: 0 is found by the rule's own check
      return {
        ...{ kind, month, day: day === 'last' ? 0 : day, ...counted },
        ...(leap === undefined ? {} : { leap }),
      };
    case 'weekday':
      return { kind, month, weekday, nth, ...counted };
    case 'lunar':
      return { kind, month, day, ...counted };
    case 'once':
      return { kind, on };
  }
}

const refused = (names: readonly string[]): DomainError =>
  new DomainError('request.invalid', {
    details: { fields: Object.fromEntries(names.map((name) => [`rule.${name}`, ['rule']])) },
  });
