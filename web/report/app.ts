/** Puts the page together: the first screen, the two journeys, and leaving. */
import { createCheckJourney } from './journeys/check.js';
import { createReportJourney } from './journeys/report.js';
import { watchLeaving } from './leaving.js';
import { paragraph } from './parts.js';
import type { Client, Lang, Line } from './ports.js';
import { createShell } from './shell.js';
import { createStart } from './start.js';
import { createSteps } from './steps.js';
import { en } from './texts/en.js';
import { zh } from './texts/zh.js';

export interface AppParts {
  readonly client: Client;
  readonly lang: Lang;
  readonly main: HTMLElement;
  /** where the first screen has its ways on */
  readonly place: HTMLElement;
  readonly exit: HTMLAnchorElement;
  /** the line's name */
  readonly name: string;
}

export function startApp({ client, lang, main, place, exit, name }: AppParts): void {
  const texts = { zh, en }[lang];
  const shell = createShell(main, name);
  const own = `/report?lang=${lang}`;
  const address = `${location.origin}/report`;
  let known: Promise<Line> | null = null;
  const line = (): Promise<Line> => {
    known ??= client.line().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  // before the address is made plain
  const checkFirst = location.hash === '#check';
  const steps = createSteps(window, { own, harmless: `/a/?lang=${lang}` }, () => {
    start();
  });
  const parts = { client, shell, steps, texts, lang, address };
  const report = createReportJourney(parts);
  const check = createCheckJourney(parts, line);
  const first = document.createElement('div');
  main.querySelector('h1')?.after(first);
  const start = createStart({
    ...{ shell, texts, lang, place, first, name, address, line },
    nodes: [...main.childNodes],
    inWechat: navigator.userAgent.includes('MicroMessenger'),
    underWay: report.underWay,
    report: report.begin,
    check: check.begin,
  });
  const wipe = (): void => {
    report.wipe();
    check.wipe();
    shell.empty();
  };
  watchLeaving({
    ...{ window, exit, wipe },
    wouldLose: () => (report.wouldLose() ?? check.wouldLose()) !== null,
    warn: () => {
      const words = report.wouldLose() ?? check.wouldLose();
      main.querySelector('.would-lose')?.remove();
      if (words !== null) main.prepend(paragraph(words, 'notice strong would-lose'));
    },
  });
  if (checkFirst) check.begin();
  else start();
}
