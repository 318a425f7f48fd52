import { describe, expect, test } from '@jest/globals';
import type { OpenedItem, OpenedReport } from '../../../domain/reports/open-report.js';
import { createTexts } from '../../../bot/flows/texts.js';
import { reportText } from '../../../runtime/desk/report-text.js';
import { createLine } from '../../support/line.js';

const texts = createTexts(createLine().profile);
const item = (purpose: OpenedItem['purpose'], value: unknown): OpenedItem => ({
  id: '1'.repeat(32),
  purpose,
  day: '2026-11-20',
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
const report = (...items: readonly OpenedItem[]): OpenedReport => ({
  id: 'a'.repeat(32),
  caseNumber: '87654321',
  way: 'chat',
  state: 'read',
  receivedDay: '2026-11-20',
  dueDay: '2026-11-25',
  items,
});
const answers = (lang: string) =>
  item('answers', {
    v: 1,
    graph: '1',
    lang,
    answers: [
      { id: 'what', kind: 'choice', words: 'conduct', code: '?' },
      { id: 'when', kind: 'moment', words: '上周三', days: ['2026-11-18', '2026-11-18'] },
      { id: 'story', kind: 'story', words: '第一段\n第二段' },
      { id: 'proof', kind: 'files', words: '0' },
      { id: 'honest', kind: 'consent', words: '', code: 'agree' },
    ],
    notes: ['还有一件事'],
  });

describe('an opened report as text', () => {
  test('has its labels in the language it was written in', () => {
    expect(reportText(report(answers('zh')), texts)).toMatchInlineSnapshot(`
     "A report is a lead, not a finding. It tells of conduct; what somebody thinks, says, believes or is has no place in it.

     Case 87654321  read  received 2026-11-20  to be read by 2026-11-25  way chat

     — answers, 2026-11-20 —
       经过: （不知道）
       时间: 上周三  (read as 2026-11-18)
       q.story.label: 第一段
           第二段
       q.proof.label: （空着）
       照实说明: （已同意）
       + 还有一件事"
    `);
    expect(reportText(report(answers('en')), texts)).toContain('(agreed)');
  });

  test('has them in the language that is asked for', () => {
    expect(reportText(report(answers('zh')), texts, 'en')).toContain('(left empty)');
    expect(reportText(report(answers('en')), texts, 'zh')).toContain('（已同意）');
  });

  test('names a question and a choice that this release does not have by their ids', () => {
    const old = item('answers', {
      lang: 'zh',
      answers: [{ id: 'gone', kind: 'choice', words: 'x', code: 'x' }],
    });
    expect(reportText(report(old), texts)).toContain('  q.gone.label: c.gone.x');
  });

  test('shows a name, a picture, an addition and a reply, and no key of a file', () => {
    const person = item('person', { v: 1, id: 'who', kind: 'person', words: '姓钱的' });
    const file = item('file', {
      v: 1,
      media: 'image',
      file: 'f1',
      key: 'secret-key',
      type: 'image/jpeg',
      size: 1234,
    });
    const addition = item('addition', { v: 1, text: '补充一句' });
    const reply = {
      ...item('reply', {}),
      reply: { text: '请问何时', verified: false, by: 'recovery' },
    } as OpenedItem;
    const text = reportText(report(person, file, addition, reply), texts);
    for (const part of ['姓钱的', 'image, image/jpeg, 1234 bytes', '补充一句', 'NOT VERIFIED', '请问何时'])
      expect(text).toContain(part);
    expect(text).not.toContain('secret-key');
  });

  test('shows of a file from a device its name, and whether what it tells beside itself was removed', () => {
    const about = { v: 1, media: 'image', file: 'f1', key: 'secret-key', type: 'image/jpeg', size: 12 };
    const of = (more: object) => reportText(report(item('file', { ...about, ...more })), texts);
    expect(of({ name: 'gate.jpg', cleaned: 'cleaned' })).toContain(
      '  image, image/jpeg, 12 bytes, hidden data removed, named “gate.jpg”',
    );
    expect(of({ name: 'a.webp', cleaned: 'unchanged' })).toContain('hidden data NOT removed');
    expect(of({ name: 'a.pdf', cleaned: 'no-picture' })).toContain('12 bytes, named “a.pdf”');
    expect(of({ name: 'a.pdf' })).not.toContain('secret-key');
  });

  test('says of an addition that it disputes, or which message it answers', () => {
    const asked = {
      ...item('reply', {}),
      ...{ id: '2'.repeat(32), day: '2026-11-22' },
      reply: { text: '哪一天', verified: true, by: 'recovery', question: { kind: 'moment' } },
    } as OpenedItem;
    const answer = item('addition', { v: 1, text: '上周三', answers: asked.id });
    const dispute = item('addition', { v: 1, dispute: true, text: '不对\n还有' });
    const text = reportText(report(asked, answer, dispute), texts);
    expect(text).toContain('哪一天\n  (asks for an answer of its own: moment)');
    expect(text).toContain('  (answers the message of 2026-11-22)\n上周三');
    expect(text).toContain('  (disputes the outcome)\n不对\n  还有');
    const lost = item('addition', { v: 1, text: 'x', answers: '3'.repeat(32) });
    expect(reportText(report(lost), texts)).toContain('the message of an unknown day');
  });

  test('shows a mark for what would move the cursor, turn a name round, or pass for a heading', () => {
    const file = item('file', { media: 'image', type: 'image/png', size: 1, name: 'a\u202egnp.exe' });
    const addition = item('addition', { text: '\u001b[2Jgone\n\n— reply, 2026-11-20 —\nnot the desk' });
    const text = reportText(report(file, addition), texts);
    for (const char of ['\u001b', '\u202e']) expect(text).not.toContain(char);
    expect(text.split('\n').filter((line) => line.startsWith('—'))).toHaveLength(2);
  });

  test.each([
    ['answers', { answers: 7 }],
    ['answers', { answers: [null] }],
    ['answers', { answers: 'none' }],
    ['answers', { answers: [], notes: 'none' }],
    ['addition', { text: 7 }],
    ['file', { media: 'image', name: 7 }],
  ] as const)('%s of a form that nobody foresaw, %j, keep nothing else from being read', (purpose, value) => {
    const text = reportText(report(item(purpose, value), item('addition', { text: 'read on' })), texts);
    expect(text).toContain('a form that this release does not know');
    expect(text).toContain('read on');
  });

  test('says what does not open, and what opens and is of no known form', () => {
    expect(reportText(report({ ...answers('zh'), bytes: null }), texts)).toContain('does not open');
    const odd = { ...answers('zh'), bytes: Uint8Array.of(0xff, 0xfe) };
    expect(reportText(report(odd), texts)).toContain('a form that this release does not know');
  });
});
