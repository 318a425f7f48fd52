import { startApp } from './app.js';
import { createLine } from './line.js';
import type { Lang } from './ports.js';

const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh';
const main = document.querySelector('main');
const place = document.getElementById('ways-on');
const exit = document.getElementById('exit');
if (main !== null && place !== null && exit instanceof HTMLAnchorElement)
  startApp({ client: createLine(), lang, main, place, exit, name: main.dataset['name'] ?? '' });
