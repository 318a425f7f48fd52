/** Every state a conversation can be in, made by walking through it; each can be entered again and again. */
import { formatReceipt } from '../../questions/receipt.js';
import type { Kind, Question } from '../../questions/types.js';
import { standing } from '../../questions/walk.js';
import type { Row } from '../../domain/drafts/ports.js';
import type { Lang } from '../../bot/dialogue/types.js';
import { createLine, createPerson, type Line, type Person, type Said } from './line.js';

export interface Standing {
  /** `question category`, `aside delete at what`, `summary`, `receipt`, `follow menu`, `idle` … */
  readonly name: string;
  readonly line: Line;
  /** Somebody who stands there, on a process that knows only what is stored (and what `again` says to it first). */
  enter(): Promise<Person>;
}

const text = (words: string): Said => ({ t: 'text', text: words });

/** An answer that each kind of question takes at once; a story needs its end said too. */
export function answersTo(question: Question, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const plain: Readonly<Record<Kind, readonly string[]>> = {
    choice: ['1'],
    story: zh
      ? ['他把厂里的图纸拍下来发给了外面的人', '说完了']
      : ['He photographed our drawings for others', 'done'],
    moment: zh ? ['昨天下午'] : ['yesterday'],
    place: zh ? ['东门外'] : ['at the east gate'],
    person: zh ? ['一个姓林的人'] : ['a man called Lin'],
    contact: zh ? ['电话一三八'] : ['by telephone'],
    files: zh ? ['没有'] : ['none'],
    consent: zh ? ['同意'] : ['agree'],
  };
  return plain[question.kind];
}

/** Walks one report from the first question to the end and keeps every state on the way. */
export async function everyState(profile: string, lang: Lang): Promise<readonly Standing[]> {
  let release: (value: { bytes: Uint8Array; type: string }) => void = () => undefined;
  const line = createLine({
    profile,
    fetch: () =>
      new Promise((resolve) => {
        release = resolve;
      }),
    reportsDay: 0,
    triesHour: 0,
  });
  const found: Standing[] = [];
  let from = 0;
  const fresh = (): Person => {
    from += 1_000;
    return createPerson(line, line.process(), 'oPerson', from);
  };
  /** Keeps the present state, and those that these inputs lead to from it. */
  const here = async (name: string, ways: Readonly<Record<string, readonly Said[]>> = {}): Promise<void> => {
    const rows = new Map<string, Row>(line.memory.rows);
    const restore = (): void => {
      line.memory.rows.clear();
      for (const [tag, row] of rows) line.memory.rows.set(tag, row);
    };
    for (const [way, inputs] of Object.entries({ '': [], ...ways }))
      found.push({
        name: way === '' ? name : `${way} at ${name}`,
        line,
        enter: async () => {
          restore();
          const person = fresh();
          for (const input of inputs) await person.sends(input);
          return person;
        },
      });
    restore();
  };

  await here('idle', {});
  const person = createPerson(line, line.process());
  await person.says(lang === 'zh' ? '我要举报' : 'report');
  for (;;) {
    const state = await line.stateOf();
    if (state === null) throw new Error('the walk ended too early');
    const graph = line.profile.graphs[0];
    const question =
      graph === undefined ? undefined : standing(graph, state.answers).find(({ id }) => id === state.at);
    if (question === undefined) break;
    const ends = question.ends?.[0];
    const begun = Object.keys(state.answers).length > 0;
    await here(`question ${question.id}`, {
      'aside delete': begun ? [text('delete')] : [{ t: 'file', media: 'image', ref: 'm' }, text('delete')],
      'aside cancel': [{ t: 'file', media: 'image', ref: 'm' }, text('取消')],
      'aside pause': [{ t: 'menu', key: 'report' }],
      ...(begun ? { 'aside change': [text('change')] } : {}),
      ...(ends === undefined
        ? {}
        : {
            'aside end': [
              { t: 'file', media: 'image', ref: 'm' },
              text(String((question.choices ?? []).indexOf(ends) + 1)),
            ],
          }),
      ...(begun && question.kind !== 'story'
        ? { 'aside correct': [text(lang === 'zh' ? '不对，是昨天' : 'i meant yesterday')] }
        : {}),
      ...(['story', 'moment', 'place', 'person', 'contact'].includes(question.kind)
        ? { 'aside transcript': [{ t: 'file', media: 'voice', ref: 'm', transcript: '昨天 yesterday' }] }
        : {}),
      ...(question.kind === 'story'
        ? {
            'parts kept': [text('somebody took the plans away 有人拿走了')],
            'aside question': [text(lang === 'zh' ? '会匿名吗？' : 'is this anonymous?')],
          }
        : {}),
    });
    for (const words of answersTo(question, lang)) await person.says(words);
  }
  await here('summary', {
    'aside change': [text('change')],
    'aside delete': [text('delete')],
    'aside waiting': [{ t: 'file', media: 'image', ref: 'm' }, text('1')],
  });
  await person.says('1');
  const receipt = (await line.stateOf())?.sending;
  await here('receipt');
  release({ bytes: Uint8Array.of(1), type: 'image/jpeg' });
  if (receipt === undefined) throw new Error('no receipt was drawn');
  const shown = text(formatReceipt(receipt.receipt));
  const open = {
    add: [text('1')],
    withdraw: [text('2')],
    offer: [text('He came again yesterday 他昨天又来了')],
  };
  const threads = Object.fromEntries(
    Object.entries(open).map(([at, more]) => [`follow ${at}`, [shown, ...more]]),
  );
  line.memory.rows.clear();
  await here('nothing', { 'follow menu': [shown], ...threads });
  await (await found[0]?.enter())?.says(lang === 'zh' ? '我要举报' : 'report');
  await here('a draft', { 'follow menu': [shown], ...threads });
  return found;
}
