/** What a device needs before it can seal: the line with its keys, and the questions. */
import { describe, expect, test } from '@jest/globals';
import { operationRouter } from '../../../../miniprogram-api/operation-router.js';
import { lineOperations, type LineParts } from '../../../../miniprogram-api/routes/line/line.js';
import { questionOperations } from '../../../../miniprogram-api/routes/questions/questions.js';
import { profileNamed } from '../../../support/line.js';
import { noActors } from '../../actors.js';
import { appWith } from '../../serve.js';

const profile = profileNamed('national-security');
const today = profile.graphs[0] ?? { version: '', questions: [] };
const older = { ...today, version: 'an-earlier-one', questions: today.questions.slice(0, 2) };

function serve(parts: Partial<LineParts> = {}) {
  const inLangs = { zh: '甲', en: 'A' };
  const line: LineParts = {
    fixed: {
      ...{ name: inLangs, languages: ['zh', 'en'], sample: false, band: null, ways: [], telephone: '12339' },
      operator: {
        ...{ legalName: inLangs, registration: 'r', filing: 'f', privacyContact: 'p', retention: inLangs },
      },
      ...{ emergency: '110', lineId: null, rootPk: null, graph: today.version, readWithinWorkingDays: 5 },
    },
    ...{ keyring: async () => [], today: () => '2026-12-01', takesReports: async () => false },
    partBytes: 1_048_576,
    ...parts,
  };
  const operations = [
    ...lineOperations(line),
    ...questionOperations({ graphs: [today, older], texts: profile.texts }),
  ];
  return appWith({ more: [operationRouter({ operations, actors: noActors, admit: () => undefined })] }).http;
}

describe('the line', () => {
  test('of which no keys were made says so, and takes nothing', async () => {
    const { status, body } = await serve().get('/api/v1/line');
    expect(status).toBe(200);
    expect(body).toMatchObject({ lineId: null, rootPk: null, keyring: [], takesReports: false });
  });

  test('says its day, its keyring as it is kept, and what may be sent', async () => {
    const entry = { handlerId: 'recovery' };
    const http = serve({ keyring: async () => [entry], takesReports: async () => true });
    expect((await http.get('/api/v1/line')).body).toMatchObject({
      ...{ today: '2026-12-01', graph: today.version, keyring: [entry], takesReports: true },
      limits: { files: 10, fileBytes: 31_457_280, partBytes: 1_048_576 },
    });
  });

  test('takes no query', async () => {
    const answer = await serve().get('/api/v1/line?lang=en');
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'request.invalid' }]);
  });
});

describe('the questions', () => {
  interface Questions {
    readonly version: string;
    readonly lang: string;
    readonly questions: readonly Readonly<Record<string, unknown>>[];
    readonly texts: Readonly<Record<string, string>>;
  }
  const read = async (query: string): Promise<Questions> =>
    (await serve().get(`/api/v1/questions${query}`)).body as Questions;

  test('are today’s in Chinese unless another language is asked for', async () => {
    const zh = await read('');
    expect([zh.version, zh.lang]).toEqual([today.version, 'zh']);
    expect(zh.questions.map(({ id }) => id)).toEqual(today.questions.map(({ id }) => id));
    const en = await read('?lang=en');
    expect(Object.keys(en.texts).toSorted()).toEqual(Object.keys(zh.texts).toSorted());
    expect(en.texts['line.name']).toBe(profile.texts.en.get('line.name'));
  });

  test('have all their keys each, and words for the question and its choices', async () => {
    const { questions, texts } = await read('?lang=en');
    for (const question of questions) {
      expect(Object.keys(question).sort()).toEqual(
        ['choices', 'ends', 'id', 'kind', 'optional', 'role', 'when'].sort(),
      );
      const { id, choices } = question as { id: string; choices: readonly string[] };
      for (const text of [`q.${id}.ask`, ...choices.map((code) => `c.${id}.${code}`)])
        expect([text, texts[text]]).not.toEqual([text, undefined]);
    }
  });

  test('of an earlier version are answered to who began with them, with a word of today’s', async () => {
    const { questions, ...rest } = await read('?lang=en&version=an-earlier-one');
    expect(questions).toHaveLength(2);
    expect(rest).toMatchObject({ version: 'an-earlier-one', current: today.version });
  });

  test('of a version that nobody knows are not found, and today’s is named', async () => {
    const answer = await serve().get('/api/v1/questions?lang=en&version=none');
    expect([answer.status, answer.body]).toMatchObject([
      404,
      { code: 'questions.unknown_version', details: { current: today.version } },
    ]);
  });

  test.each(['?lang=fr', '?lang=zh&lang=en', '?version=', `?version=${'a'.repeat(101)}`, '?lang[$ne]=zh'])(
    'are refused to %s',
    async (query) => {
      expect((await serve().get(`/api/v1/questions${query}`)).status).toBe(422);
    },
  );
});
