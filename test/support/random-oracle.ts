/** Knows what was said and looks at what is stored: nothing kept may go without its word, nothing may be there twice. */
import type { Input, State } from '../../bot/dialogue/types.js';
import { bytesOf, mostBytes } from '../../bot/flows/texts.js';
import type { RunTurn } from '../../bot/flows/run-turn.js';
import type { Row } from '../../domain/drafts/ports.js';
import { createPerson, type Line } from './line.js';
import { marks } from './random-said.js';
import { openedReport } from './reports.js';
import { holdsText, taps } from './transcript.js';

export interface Delivery {
  readonly input: Input;
  /** as rendered */
  readonly answer: string;
}

export interface Oracle {
  state(): Promise<State | null>;
  /** Looks at what these deliveries did; several when they came at once. */
  after(deliveries: readonly Delivery[]): Promise<void>;
  /** Looks at a delivery that came again. */
  repeated(input: Input, answer: string): Promise<void>;
  /** Tries on a copy whether cancelling ends everything. */
  cancelLeaves(process: () => RunTurn): Promise<void>;
}

const found = (value: unknown): readonly string[] =>
  Array.from(JSON.stringify(value ?? null).matchAll(marks), ([mark]) => mark);
const visible = (text: string): string => text.replace(/<a [^>]*>(.*?)<\/a>/g, '$1');

/** The marks that are kept, each as often as it stands: an opened story stands in its answer and its parts. */
function keptMarks(line: Line, state: State): readonly string[] {
  const story = line.profile.graphs[0]?.questions.find(({ kind }) => kind === 'story')?.id ?? '';
  const { [story]: told, ...answers } = state.answers;
  return [
    ...found(answers),
    ...(state.at === story && state.parts.length > 0 ? [] : found(told)),
    ...found(state.parts),
    ...found(state.notes),
  ];
}

/** The taps of a message: those of its articles, whose lines are tapped themselves, and the others. */
function tapsOf(answer: string): { readonly articles: number; readonly others: number } {
  const all = taps(answer).map(({ tap }) => tap);
  const articles = all.filter((tap) => /^articles?:/.test(tap)).length;
  return { articles, others: all.length - articles };
}

/** Texts that tell what was kept. */
const keptTexts = ['ack.kept', 'ack.read', 'ack.carried', 'ack.note', 'ack.place', 'late.note'];

export function createOracle(line: Line, account: string, wrong: string[]): Oracle {
  let before: State | null = null;
  const answered = new Map<string, string>();
  const says = (answer: string, ...ids: readonly string[]): boolean =>
    ids.some((id) => holdsText(line.profile, answer, id));
  const failed = (answer: string): boolean =>
    says(answer, 'turn.not_saved', 'turn.sorry', 'turn.let_go', 'send.failed');

  async function after(deliveries: readonly Delivery[]): Promise<void> {
    const was = before;
    const now = await line.stateOf(account);
    const complain = (what: string): void => {
      const heard = deliveries
        .map(({ input, answer }) => `${JSON.stringify(input)}\n→ ${visible(answer)}`)
        .join('\n');
      wrong.push(
        `${account}: ${what}\nat ${was?.at ?? 'nothing'} ${JSON.stringify(was?.aside ?? null)} → ${now?.at ?? 'nothing'}\n${heard}`,
      );
    };
    const undone = deliveries.length > 1 && deliveries.some(({ answer }) => says(answer, 'story.rewrite'));
    for (const { input, answer } of deliveries) {
      answered.set(input.id, answer);
      form(answer, complain);
      // Of two at once the one may undo the other.
      if (!undone) acknowledged(input, answer, now, complain);
    }
    before = now;
    if (was !== null && deliveries.length === 1) onTime(was, now, deliveries, complain);
    if (was !== null && was.at !== 'receipt') {
      if (now?.reportId === was.reportId) {
        if (now.at === 'receipt') sent(was, deliveries, complain);
        else held(was, now, deliveries, complain);
      } else ended(was, deliveries, complain);
    }
    if (now !== null) {
      const all = keptMarks(line, now);
      const twice = all.filter((mark, at) => all.indexOf(mark) !== at);
      if (twice.length > 0) complain(`kept twice: ${twice.join()}`);
    }
  }

  function form(answer: string, complain: (what: string) => void): void {
    const lines = visible(answer).split('\n');
    const numbers = lines.filter((row) => /^\s*\d/.test(row.normalize('NFKC')));
    if (bytesOf(answer) > mostBytes) complain('longer than the platform allows');
    const { articles, others } = tapsOf(answer);
    if (others > 4 || articles > 8) complain('too many taps');
    if (numbers.some((row, at) => !row.startsWith(`${String(at + 1)} `)))
      complain('a line begins with a digit');
  }

  /** What was called kept is kept. */
  function acknowledged(
    input: Input,
    answer: string,
    now: State | null,
    complain: (what: string) => void,
  ): void {
    const [mark] = input.t === 'text' || input.t === 'place' ? found(input) : ([] as readonly string[]);
    if (mark === undefined) return;
    if (says(answer, 'learn.found', 'learn.not_found') && JSON.stringify(now).includes(mark))
      complain(`looked for and stored: ${mark}`);
    if (says(answer, 'add.kept')) {
      const holding = [...line.stored.stored.values()].filter((report) =>
        openedReport(line, report).all.includes(mark),
      );
      if (holding.length !== 1) complain(`added ${String(holding.length)} times: ${mark}`);
      return;
    }
    const calledKept =
      says(answer, 'story.kept', 'resend.known') ||
      answer.split('\n').some((row) => row.includes(mark) && says(row, ...keptTexts));
    if (
      calledKept &&
      now !== null &&
      now.at !== 'receipt' &&
      !found([now.answers, now.parts, now.notes, now.aside]).includes(mark)
    )
      complain(`called kept and is not: ${mark}`);
  }

  /** The report holds everything that was kept when it was sent. */
  function sent(was: State, deliveries: readonly Delivery[], complain: (what: string) => void): void {
    const report = line.stored.stored.get(was.reportId);
    if (report === undefined) {
      complain('called sent and is not stored');
      return;
    }
    const all = found(openedReport(line, report).all);
    const lost = keptMarks(line, was).filter((mark) => !all.includes(mark));
    if (lost.length > 0 && deliveries.length === 1) complain(`sent without ${lost.join()}`);
    const twice = all.filter((mark, at) => all.indexOf(mark) !== at);
    if (twice.length > 0) complain(`sent twice: ${twice.join()}`);
  }

  /** What was on its way before the present question stood answers nothing and sends nothing. */
  function onTime(
    was: State,
    now: State | null,
    [delivery]: readonly Delivery[],
    complain: (what: string) => void,
  ): void {
    if (delivery === undefined) return;
    const { input } = delivery;
    if (input.t !== 'text' || input.tap !== undefined || input.at >= was.askedAt) return;
    const story = line.profile.graphs[0]?.questions.some(({ id, kind }) => id === was.at && kind === 'story');
    if (story === true || was.turns.some(({ id }) => id === input.id)) return;
    if (
      now === null
        ? says(delivery.answer, 'receipt.left')
        : JSON.stringify(now.answers) !== JSON.stringify(was.answers)
    )
      complain('a late text was taken as an answer');
  }

  /** Within a report a mark goes only when its answer is replaced, its story rewritten, or its question falls away. */
  function held(
    was: State,
    now: State,
    deliveries: readonly Delivery[],
    complain: (what: string) => void,
  ): void {
    const kept = new Set(found([now.answers, now.parts, now.notes]));
    const texts = deliveries.map(({ answer }) => answer);
    const unseen = texts.some(failed);
    const rewritten = texts.some((answer) => says(answer, 'story.rewrite')) || unseen;
    const fell = texts.some((answer) => says(answer, 'change.fell')) || unseen;
    const replaceable = (id: string): boolean =>
      deliveries.length > 1 || was.at === id || was.aside?.kind === 'correct' || fell;
    for (const [id, value] of Object.entries(was.answers))
      for (const mark of found(value))
        if (!kept.has(mark) && !(replaceable(id) && now.answers[id]?.words !== value.words))
          complain(`answer ${id} lost ${mark}`);
    for (const mark of found(was.parts))
      if (!kept.has(mark) && !rewritten) complain(`the story lost ${mark}`);
    for (const mark of found(was.notes)) if (!kept.has(mark)) complain(`the notes lost ${mark}`);
    const files = new Set(now.files.map(({ id }) => id));
    if (was.files.some(({ id, state }) => state === 'saved' && !files.has(id)))
      complain('a saved file is gone');
  }

  /** A report goes only by the person's word or by its time. */
  function ended(was: State, deliveries: readonly Delivery[], complain: (what: string) => void): void {
    const burned = line.clock.now() / 1_000 - was.begunAt >= 72 * 3_600;
    const left = deliveries.some(({ input }) => input.t === 'leave');
    const asked = ['delete', 'end', 'pause'].includes(was.aside?.kind ?? '');
    const said = deliveries.some(
      ({ answer }) =>
        says(answer, 'delete.done', 'cancel.done', 'report.not_taken', 'receipt.saved', 'receipt.left') ||
        (asked && failed(answer)),
    );
    const nothing = keptMarks(line, was).length === 0;
    if (!burned && !left && !said && !nothing && deliveries.length === 1) complain('the report is gone');
  }

  async function repeated(input: Input, answer: string): Promise<void> {
    const kept = await line.keptOf(account);
    const now = kept !== null && 'state' in kept ? kept.state : null;
    const known = before?.turns.some(({ id }) => id === input.id) === true;
    const first = answered.get(input.id);
    const reply = before?.turns.find(({ id }) => id === input.id)?.reply ?? null;
    const expired = before !== null && before.reportId !== now?.reportId;
    if (known && !expired) {
      const words = (state: State | null): string =>
        JSON.stringify([state?.at, state?.answers, state?.parts, state?.notes]);
      if (words(now) !== words(before))
        wrong.push(`${account}: a repeated delivery changed something: ${JSON.stringify(input)}`);
      if (reply !== null && first !== undefined && !failed(first) && !failed(answer) && first !== answer)
        wrong.push(
          `${account}: a repeated delivery was answered otherwise: ${JSON.stringify(input)}\n${visible(first)}\n---\n${visible(answer)}`,
        );
      before = now;
      return;
    }
    await after([{ input, answer }]);
  }

  async function cancelLeaves(process: () => RunTurn): Promise<void> {
    const rows = new Map<string, Row>(line.memory.rows);
    const was = await line.stateOf(account);
    const person = createPerson({ ...line, said: [] }, process(), account, 1_000_000);
    // While another process may be sending it, nothing else is done with a report.
    if (was?.sending?.tried !== undefined) line.clock.advance(31_000);
    const heard: string[] = [];
    for (let times = 0; times < 4; times += 1) heard.push(visible(await person.says('取消')));
    const now = await line.stateOf(account);
    if (now !== null)
      wrong.push(
        `${account}: cancelling does not leave ${was?.at ?? ''} ${JSON.stringify(was?.aside ?? null)}\n→ ${heard.join('\n→ ')}`,
      );
    await new Promise((resolve) => setImmediate(resolve));
    line.memory.rows.clear();
    for (const [tag, row] of rows) line.memory.rows.set(tag, row);
  }

  return { state: () => line.stateOf(account), after, repeated, cancelLeaves };
}
