import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectProfile } from '../../../../runtime/profile.js';
import type { Graph, Question, Value } from '../../../../questions/types.js';
import { nextQuestion, questionBefore } from '../../../../questions/walk.js';
import {
  answered,
  beginForm,
  endsReport,
  goTo,
  placeBefore,
  questionAt,
  summary,
  takeAnswer,
  type Form,
} from '../../../../web/report/state/form.js';

const graph: Graph = {
  version: 'v',
  questions: [
    { id: 'kind', kind: 'choice', optional: false, choices: ['act', 'view'], ends: ['view'] },
    { id: 'what', kind: 'story', optional: false },
    { id: 'ask', kind: 'choice', optional: false, choices: ['yes', 'no'] },
    { id: 'reach', kind: 'contact', optional: true, when: { q: 'ask', in: ['yes'] } },
    { id: 'honest', kind: 'consent', optional: false },
  ],
};
const code = (of: string): Value => ({ words: of, code: of });
const words = (of: string): Value => ({ words: of });

/** Takes each answer where the form stands. */
const walked = (...values: readonly Value[]): Form =>
  values.reduce((form, value) => takeAnswer(form, value).form, beginForm(graph));

const whole = (): Form => walked(code('act'), words('it'), code('yes'), words('a@b'), code('agree'));

describe('a report under way', () => {
  test('begins at the first question and ends at the summary', () => {
    expect(beginForm(graph).at).toBe('kind');
    expect(whole().at).toBe(summary);
    expect(questionAt(whole())).toBeNull();
    expect(answered(whole())).toBe(5);
  });

  test('a question that does not stand is not asked', () => {
    expect(walked(code('act'), words('it'), code('no')).at).toBe('honest');
  });

  test('whoever went back walks forward past the answers that are there', () => {
    const back = goTo(whole(), 'what');
    expect(back.at).toBe('what');
    expect(takeAnswer(back, words('it again')).form.at).toBe('ask');
  });

  test('a change from the summary leads back to the summary', () => {
    const changed = takeAnswer(goTo(whole(), 'what', true), words('it again')).form;
    expect(changed).toMatchObject({ at: summary, changing: false, answers: { what: { words: 'it again' } } });
  });

  test('a change that opens a question asks it before the summary', () => {
    const form = walked(code('act'), words('it'), code('no'), code('agree'));
    const changed = takeAnswer(goTo(form, 'ask', true), code('yes')).form;
    expect(changed).toMatchObject({ at: 'reach', changing: true });
    expect(takeAnswer(changed, words('a@b')).form).toMatchObject({ at: summary, changing: false });
  });

  test('a change that closes a question drops its answer and says so', () => {
    const { form, fell } = takeAnswer(goTo(whole(), 'ask', true), code('no'));
    expect(form.answers['reach']).toBeUndefined();
    expect(fell.map(({ id }) => id)).toEqual(['reach']);
    expect(form.at).toBe(summary);
  });

  test('a place that has fallen away leads to the first open question, and the summary only when all is answered', () => {
    const { form } = takeAnswer(goTo(whole(), 'ask'), code('no'));
    expect(goTo(form, 'reach').at).toBe(summary);
    expect(goTo(walked(code('act')), summary).at).toBe('what');
  });

  test('the place before is the question before, or the summary that it was changed from', () => {
    expect(placeBefore(beginForm(graph))).toBeNull();
    expect(placeBefore(whole())).toBe('honest');
    expect(placeBefore(goTo(whole(), 'what'))).toBe('kind');
    expect(placeBefore(goTo(whole(), 'what', true))).toBe(summary);
  });

  test('a choice that is no conduct ends it, and no other does', () => {
    const kind = graph.questions[0] as Question;
    expect(endsReport(kind, code('view'))).toBe(true);
    expect(endsReport(kind, code('act'))).toBe(false);
    expect(endsReport(kind, words('view'))).toBe(false);
  });
});

describe.each(['national-security', 'integrity-line'])('the questions of %s', (name) => {
  const [own] = inspectProfile(`profiles/${name}`).profile.graphs;

  test('however they are answered, changed and gone back over, lead to the summary with every open question answered', () => {
    if (own === undefined) throw new Error('no questions');
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(99)), (draws) => {
        const draw = (): number => Number(draws.next().value);
        let form = beginForm(own);
        for (let turn = 0; turn < 60; turn += 1) {
          const question = questionAt(form);
          if (question === null) {
            if (nextQuestion(own, form.answers) !== null) throw new Error('a question is open');
            const any = own.questions[draw() % own.questions.length];
            form = goTo(form, any?.id ?? summary, draw() % 2 === 0);
          } else if (draw() < 20) {
            form = goTo(form, questionBefore(own, form.answers, question.id)?.id ?? question.id);
          } else form = takeAnswer(form, valueFor(question, draw())).form;
        }
        for (let left = own.questions.length; form.at !== summary && left >= 0; left -= 1) {
          const question = questionAt(form);
          if (question !== null) form = takeAnswer(form, valueFor(question, 1)).form;
        }
        expect(form.at).toBe(summary);
      }),
      { numRuns: 200 },
    );
  });
});

function valueFor({ choices = [], ends = [] }: Question, n: number): Value {
  const fit = choices.filter((each) => !ends.includes(each));
  const chosen = fit[n % Math.max(1, fit.length)];
  return chosen === undefined ? words('some words') : code(chosen);
}
