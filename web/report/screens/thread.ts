/** A report that its receipt has opened: where it stands, what was written, and what can be done. */
import { formatReceipt } from '../../../questions/receipt.js';
import { h } from '../../phone/dom.js';
import { fileList } from '../fields/file-list.js';
import { textField } from '../fields/text-field.js';
import {
  button,
  createProblems,
  fold,
  heading,
  paragraph,
  quietForm,
  submitButton,
  type Screen,
} from '../parts.js';
import { writtenDay } from '../state/written-day.js';
import { messageItem } from './message.js';
import { noticeOf } from './question.js';
import type { ThreadScreenParts } from './thread-parts.js';

export function threadScreen(parts: ThreadScreenParts): Screen {
  const { texts, thread, acts, trouble } = parts;
  const says = texts.thread;
  const problems = createProblems(texts.trouble.title);
  if (trouble.length > 0)
    queueMicrotask(() => {
      problems.show(trouble);
    });
  return {
    title: says.title,
    body: [
      ...noticeOf(parts.notice),
      problems.element,
      heading(says.title),
      facts(parts),
      paragraph(says.notShown, 'hint'),
      h('h2', {}, says.messages),
      messages(parts),
      ...(thread.mayDispute ? disputing(parts) : []),
      h('h2', {}, says.add),
      ...(thread.mayAdd ? adding(parts) : [paragraph(says.mayNot)]),
      ...rarer(parts),
      h(
        'div',
        { class: 'buttons apart' },
        button(says.refresh, acts.refresh),
        button(says.close, acts.closed),
      ),
    ],
  };
}

function facts({ texts, thread, lang }: ThreadScreenParts): HTMLElement {
  const says = texts.thread;
  const row = (name: string, value: string, help = ''): HTMLElement =>
    h('div', {}, h('dt', {}, name), h('dd', {}, value, help === '' ? null : paragraph(help, 'hint')));
  const { state, outcome, keptUntil } = thread;
  return h(
    'dl',
    { class: 'facts' },
    row(says.stateLabel, says.state[state]),
    ...(state === 'received' ? [row(says.readBy, writtenDay(thread.dueOn, lang))] : []),
    ...(outcome === null ? [] : [row(says.outcome, says.outcomes[outcome] ?? outcome)]),
    row(says.received, writtenDay(thread.receivedOn, lang)),
    row(says.additions, String(thread.additions)),
    row(says.caseNumber, formatReceipt(thread.caseNumber), says.caseHelp),
    ...(keptUntil === null ? [] : [row(says.keptUntil, writtenDay(keptUntil, lang))]),
  );
}

function messages(parts: ThreadScreenParts): HTMLElement {
  const { texts, thread } = parts;
  if (thread.messages.length === 0) return paragraph(texts.thread.none);
  return h(
    'ol',
    { class: 'messages', role: 'list' },
    ...thread.messages.map((message) => messageItem(message, parts)),
  );
}

function adding(parts: ThreadScreenParts): readonly Node[] {
  const { texts, line, uploads, acts, shell } = parts;
  const says = texts.thread;
  const addFiles = fileList({
    ...{ texts: texts.files, limits: line.limits, uploads, say: shell.say },
    taker: { addFile: acts.addFile },
    remove: (upload) => {
      upload.cancel();
    },
  });
  return [
    ...written(parts, 'add', { label: says.addLabel, help: says.addHelp, send: says.addSend }, acts.add),
    h('h3', {}, says.addFiles),
    ...addFiles.nodes,
  ];
}

function disputing(parts: ThreadScreenParts): readonly Node[] {
  const says = parts.texts.thread;
  const words = { label: says.disputeLabel, help: says.disputeHelp, send: says.disputeAct };
  return [h('h2', {}, says.dispute), ...written(parts, 'dispute', words, parts.acts.dispute)];
}

/** A field and the button that sends what is in it. */
function written(
  { texts, line, written: kept }: ThreadScreenParts,
  name: string,
  words: { readonly label: string; readonly help: string; readonly send: string },
  send: (words: string) => void,
): readonly Node[] {
  const problems = createProblems(texts.form.problems);
  const field = textField({
    ...{ heading: words.label, help: words.help, hint: '', rows: 5, under: 'label' },
    value: kept.get(name) ?? '',
    room: line.limits.additionBytes,
    left: texts.form.charactersLeft,
    typed: (said) => {
      kept.set(name, said);
    },
  });
  const submitted = (): void => {
    const said = field.area.value.trim();
    if (said !== '') {
      send(said);
      return;
    }
    field.complain(texts.form.problem.empty);
    problems.show([{ field: field.target, words: texts.form.problem.empty }]);
  };
  return [
    problems.element,
    quietForm(submitted, ...field.nodes, h('div', { class: 'buttons' }, submitButton(words.send, 'second'))),
  ];
}

function rarer({ texts, thread, acts }: ThreadScreenParts): readonly Node[] {
  const says = texts.thread;
  return [
    ...(thread.state === 'deleted'
      ? []
      : [
          fold(
            says.change,
            paragraph(says.changeHelp),
            h('div', { class: 'buttons' }, button(says.changeAct, acts.changeReceipt)),
          ),
        ]),
    ...(thread.mayWithdraw
      ? [
          fold(
            says.withdraw,
            paragraph(says.withdrawHelp),
            h('div', { class: 'buttons' }, button(says.withdrawAct, acts.askWithdraw)),
          ),
        ]
      : []),
  ];
}
