/** The API of the public listener: its table of operations on this line, its document, and what stands before it. */
import type { Context, Middleware } from 'koa';
import { addDays } from '../../questions/day.js';
import { namedDays } from '../../domain/calendar/public-days.js';
import { counter, createLimits } from '../../domain/limits.js';
import { createNetworkHandles } from '../../http/network.js';
import { createNetworkLimits } from '../../miniprogram-api/network-limits.js';
import { openApiDocument } from '../../miniprogram-api/openapi/document.js';
import { operationRouter } from '../../miniprogram-api/operation-router.js';
import type { Operation } from '../../miniprogram-api/operation.js';
import { createDocsPage } from '../../miniprogram-api/pages/docs/docs-page.js';
import { createProofOfWork } from '../../miniprogram-api/proof-of-work.js';
import { articleOperations } from '../../miniprogram-api/routes/articles/articles.js';
import { lineOperations } from '../../miniprogram-api/routes/line/line.js';
import { meOperations } from '../../miniprogram-api/routes/me/me.js';
import { questionOperations } from '../../miniprogram-api/routes/questions/questions.js';
import { sessionOperations } from '../../miniprogram-api/routes/sessions/sessions.js';
import type { OfferedNotice } from '../../miniprogram-api/routes/subscriptions/subscriptions.presenter.js';
import { subscriptionOperations } from '../../miniprogram-api/routes/subscriptions/subscriptions.js';
import { ticketOperations } from '../../miniprogram-api/routes/tickets/tickets.js';
import { toBase64url } from '../../vault/bytes.js';
import { kdf } from '../../vault/kdf.js';
import { entryToJson } from '../../vault/keyring-json.js';
import { createHandles } from '../../vault/node/handles.js';
import { partSizes } from '../../vault/sealed-form.js';
import { renderer } from '../articles/open-articles.js';
import type { Core } from '../compose.js';
import { createMiniLogin } from './mini-login.js';
import { openReportApi } from './open-reports.js';

export interface Api {
  readonly middleware: readonly Middleware[];
  readonly operations: readonly Operation[];
}

/** Writes an hour from one network: far more than a person makes, and a bound for a program. */
const writesAnHour = 1_200;
/** Days within which each of the line's days comes again, leap days too. */
const aYearAndMore = 800;

/** @param tokens the design tokens as CSS */
export function openApi(core: Core, tokens: string): Api {
  const { config, clock, random, profile, storage, articles, sends, sodium, secret, line } = core;
  const network = createNetworkHandles({
    newHandles: () => createHandles(random),
    today: () => clock.today(),
  });
  const hour = (): string => `${clock.today()} ${String(Math.floor(clock.now() / 3_600_000))}`;
  const limits = createNetworkLimits({
    limits: { ...createLimits({ clock, ...config.limits }), requests: counter(writesAnHour, hour) },
    ...{ handle: network, telephone: profile.facts.telephone },
  });
  const reports = openReportApi(core);
  const login = createMiniLogin(core.miniProgram);
  const [first, ...older] = profile.graphs;
  if (first === undefined) throw new Error('a profile has questions');
  const consents = sends.consents;
  const fixed = fixedLine(core, first.version);
  const operations = [
    ...lineOperations({
      fixed,
      keyring: async () => (line === null ? [] : (await storage.keyring.all()).map(entryToJson)),
      today: () => clock.today(),
      takesReports: core.ready,
      partBytes: Math.max(...partSizes),
    }),
    ...questionOperations({ graphs: [first, ...older], texts: profile.texts }),
    ...ticketOperations({
      ...{ tickets: reports.tickets, login },
      work: createProofOfWork({ secret: toBase64url(kdf(sodium, secret, 'proof of work')), random, clock }),
    }),
    ...reports.operations(limits),
    ...articleOperations({
      ...{ catalogue: articles.catalogue, renderer, clock, publicUrl: config.publicUrl },
    }),
    ...sessionOperations({ login, tokenFor: reports.sessionFor }),
    ...subscriptionOperations({ consents, offered: offeredBy(core) }),
    ...meOperations({ consents }),
  ];
  const document = openApiDocument({ operations, title: core.lineName.en, version: '1' });
  const admit = (ctx: Context): void => {
    limits.check('requests', ctx);
    limits.count('requests', ctx);
  };
  return {
    operations,
    middleware: [
      createDocsPage({ operations, document, tokens, band: fixed.band }),
      operationRouter({ operations, actors: reports.actors, admit }),
    ],
  };
}

function fixedLine({ profile, lineName, line }: Core, graph: string) {
  const { operator, texts, ways, facts, langs, promise } = profile;
  const { sample, legalName, registration, filing, privacyContact, retention } = operator;
  const band = { zh: texts.zh.get('line.sample') ?? '', en: texts.en.get('line.sample') ?? '' };
  return {
    ...{ name: lineName, languages: langs, sample, band: sample ? band : null, graph },
    operator: { legalName, registration, filing, privacyContact, retention },
    ways: ways.map(({ kind, name, value, note }) => ({ kind, name, value, note: note ?? null })),
    ...{ telephone: facts.telephone, emergency: facts.emergency },
    lineId: line === null ? null : line.lineId,
    rootPk: line === null ? null : toBase64url(line.rootPk),
    readWithinWorkingDays: promise.readWithinWorkingDays,
  };
}

/** The notices that the mini-program has a form for, each with the name that its day has next. */
function offeredBy({ forms, profile, clock, holidays }: Core): () => Promise<readonly OfferedNotice[]> {
  return async () => {
    const today = clock.today();
    const next = namedDays(profile.days, today, addDays(today, aYearAndMore), await holidays.read());
    return forms
      .filter(({ account }) => account === 'miniProgram')
      .flatMap(({ kind, template }) => {
        const day = next.find(({ id }) => id === kind);
        return day === undefined ? [] : [{ notice: kind, template, name: day.name }];
      });
  };
}
