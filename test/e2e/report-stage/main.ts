/** The form as it is, with a line that the test plays. */
import { startApp } from '../../../web/report/app.js';
import type { StageSettings } from './settings.js';
import { stageClient, type Told } from './stage-client.js';

interface Stage {
  readonly stage: StageSettings;
  told: Told;
}

const { stage } = globalThis as unknown as Stage;
const told: Told = { sent: [], added: [], wiped: [], prepared: [], uploads: [] };
(globalThis as unknown as Stage).told = told;
const main = document.querySelector('main');
const place = document.getElementById('ways-on');
const exit = document.getElementById('exit');
if (main !== null && place !== null && exit instanceof HTMLAnchorElement)
  startApp({
    client: stageClient(stage, told),
    lang: document.documentElement.lang === 'en' ? 'en' : 'zh',
    ...{ main, place, exit, name: main.dataset['name'] ?? '' },
  });
