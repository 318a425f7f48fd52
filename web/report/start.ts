/** The first screen. It is made by the server and is there without this script, which adds the two ways on. */
import { h } from '../phone/dom.js';
import { button, copyWords, paragraph } from './parts.js';
import type { Lang, Line, WayToReport } from './ports.js';
import type { Shell } from './shell.js';
import type { Texts } from './texts/texts.js';
import { troubleWords } from './trouble.js';

export interface StartParts {
  readonly shell: Shell;
  readonly texts: Texts;
  /** what the server sent as the page's main part */
  readonly nodes: readonly Node[];
  /** where the ways on stand in it */
  readonly place: HTMLElement;
  /** what has to be known before all else stands here */
  readonly first: HTMLElement;
  readonly lang: Lang;
  readonly name: string;
  readonly address: string;
  readonly inWechat: boolean;
  readonly line: () => Promise<Line>;
  readonly underWay: () => boolean;
  readonly report: (line: Line) => Promise<void>;
  readonly check: () => void;
}

export function createStart(parts: StartParts): () => void {
  const { shell, texts, nodes, place, first, name } = parts;
  const says = texts.start;
  const status = h('div', { class: 'told', role: 'status' });
  let working = false;

  async function begin(): Promise<void> {
    status.replaceChildren();
    const slow = setTimeout(() => {
      status.replaceChildren(paragraph(says.loading));
    }, 300);
    try {
      const line = await parts.line();
      if (line.takesReports) await parts.report(line);
      else showNotTaken(line);
    } catch (error) {
      status.replaceChildren(paragraph(troubleWords(error, texts.trouble, ''), 'problem'));
    } finally {
      clearTimeout(slow);
    }
  }

  function press(): void {
    if (working) return;
    working = true;
    void begin().finally(() => {
      working = false;
    });
  }

  const report = button('', press, 'main');
  const ways = h('div', { class: 'buttons' }, report, button(says.check, parts.check));

  /** Nobody could read a report: said before anybody writes one. */
  function showNotTaken({ ways }: Line): void {
    first.replaceChildren(
      h(
        'div',
        { class: 'notice strong', role: 'status' },
        h('h2', {}, says.notTaken),
        paragraph(says.notTakenWhy),
        h('ul', {}, ...ways.map((way) => h('li', {}, wayWords(way, parts.lang)))),
      ),
    );
    place.replaceChildren(h('div', { class: 'buttons' }, button(says.check, parts.check)));
  }

  place.replaceChildren(ways, status);
  if (parts.inWechat) first.append(wechatNotice(parts));
  void parts.line().then(
    (line) => {
      if (!line.takesReports) showNotTaken(line);
    },
    // said when somebody wants to begin
    () => undefined,
  );
  return () => {
    report.textContent = parts.underWay() ? says.goOn : says.report;
    status.replaceChildren();
    shell.show({ title: name, body: nodes, first: true });
  };
}

function wayWords({ name, value, note }: WayToReport, lang: Lang): string {
  if (lang === 'zh') return `${name.zh}：${value}${note === null ? '' : `（${note.zh}）`}`;
  return `${name.en}: ${value}${note === null ? '' : ` (${note.en})`}`;
}

function wechatNotice({ texts, address }: StartParts): HTMLElement {
  const says = texts.start;
  const told = h('p', { class: 'told', role: 'status' });
  const copy = async (): Promise<void> => {
    told.textContent = (await copyWords(address)) ? says.copied : `${says.copyFailed} ${address}`;
  };
  return h(
    'div',
    { class: 'notice strong' },
    h('h2', {}, says.wechat),
    paragraph(says.wechatWhy),
    h(
      'div',
      { class: 'buttons' },
      button(says.copyLink, () => void copy()),
    ),
    told,
  );
}
