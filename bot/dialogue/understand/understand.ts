/**
 * A text, and what is asked at the moment, to its meaning: once a turn, in this order (design, turn, rule 9): receipt,
 * tap, a word that always works, an answer that fits, then what is said beside it.
 */
import { parseReceipt } from '../../../questions/receipt.js';
import type { Asked } from '../asked/asked.js';
import { menuKeys } from '../asked/options.js';
import type { DialogueModel } from '../model.js';
import type { Command, Lang, MenuKey } from '../types.js';
import { readAnswer } from './answers.js';
import { articleIn, articlesIn, articleTap, kindIn, readingIn } from './articles.js';
import { urgentIn } from './asides.js';
import { atAside } from './at-aside.js';
import { atQuestion, readingAt } from './at-question.js';
import { atReceipt } from './at-receipt.js';
import { atSummary } from './at-summary.js';
import { choiceIn } from './choices.js';
import { isMadeOf } from './clauses.js';
import { commandIn, tongueIn } from './commands.js';
import { inThread } from './in-thread.js';
import { readingOnce } from './intents/intents.js';
import { isTelling, langOf } from './matching.js';
import type { Answer, Meaning, Understood } from './meaning.js';
import { isKnown, isResend } from './resend.js';
import { whenIdle } from './when-idle.js';

const isMenu = (command: Command): command is MenuKey => (menuKeys as readonly string[]).includes(command);

/** @param tap what a tapped choice carries, `<step>:<code>` */
export function understand(
  whole: DialogueModel,
  asked: Asked,
  words: string,
  tap: string | undefined,
): Understood {
  const model = { ...whole, intents: readingOnce(whole.intents) };
  const tapped = tapIn(words, tap);
  const command = commandIn(model, words);
  const common = {
    lang: command?.lang ?? known(model, langOf(words)),
    telling: isTelling(words),
    known: isKnown(asked, words),
    pending: pendingIn(model, asked),
    beneath: null,
    urgent: null,
    sure: 1,
  };
  const always =
    menuTap(tapped) ?? articleTap(tapped) ?? wordOf(model, asked, words, tapped, command?.command) ?? tapped;
  const here = (): Understood => {
    if (always !== null) return { ...common, meaning: always };
    const read = { ...common, ...atPlace(model, asked, words) };
    return { ...read, urgent: urgency(model, asked, read) };
  };
  const orArticle = (): Understood => {
    const article = tapped === null ? articleIn(model, words) : null;
    // While something is added to a report, only a tap or a poster leads away: the words may belong to what is told.
    if (article === null || asked.follow === 'add') return here();
    const otherwise = here();
    // "Article 27" may be one of a law, in an account; right after a list it is one of ours.
    const told = otherwise.meaning.is === 'part' && asked.reading === null ? otherwise : null;
    return { ...common, meaning: { is: 'article', words, ...article, otherwise: told } };
  };
  const receipt = receiptIn(asked, words, orArticle);
  return receipt === null ? orArticle() : { ...common, meaning: receipt };
}

/** What a tap carries; one of a word that always works is no more than the word. */
function tapIn(words: string, tap = ''): Extract<Meaning, { is: 'tap' }> | null {
  const at = tap.indexOf(':');
  const step = tap.slice(0, at);
  return at < 0 || step === 'word' ? null : { is: 'tap', words, step, code: tap.slice(at + 1) };
}

/** A number, or a word that needs no guess, is no cry for help; in a thread everything said is added. */
function urgency(model: DialogueModel, asked: Asked, { meaning, sure }: Understood): Understood['urgent'] {
  const idle = asked.place === 'nothing';
  if (asked.place === 'thread' || (idle && sure === 1)) return null;
  return urgentIn(model, meaning.words, !idle);
}

const known = (model: DialogueModel, lang: Lang | null): Lang | null =>
  lang !== null && model.langs.includes(lang) ? lang : null;

/**
 * Whatever looks like a receipt is tried before any flow and, if it opens a report, never stored. What opens none is
 * `otherwise` where something is asked: a parcel, an account.
 */
function receiptIn(asked: Asked, words: string, otherwise: () => Understood): Meaning | null {
  const parsed = parseReceipt(words);
  const idle = asked.place === 'nothing';
  if (typeof parsed === 'object') {
    if (asked.place === 'receipt' && parsed.receipt === asked.receipt)
      return { is: 'digits', words, right: true };
    return { is: 'receipt', words, ...parsed, otherwise: idle ? null : otherwise() };
  }
  // While something is asked, so many digits may be an answer; only beside an opened thread they can hardly be one.
  const reads = idle || (asked.place === 'thread' && asked.follow !== 'add');
  if (parsed === 'bad-check-digit') return reads ? { is: 'no-receipt', words, why: 'digit' } : null;
  const digits = words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  return idle && /^\d{8,}$/.test(digits) ? { is: 'no-receipt', words, why: 'incomplete' } : null;
}

const menuTap = (tapped: Meaning | null): Meaning | null =>
  tapped?.is === 'tap' && tapped.step === 'menu' && isMenu(tapped.code as Command)
    ? { is: 'menu', words: tapped.words, key: tapped.code as MenuKey }
    : null;

/** A word of the menu, a kind of articles, or one of the ten repair words, as a whole message. */
function wordOf(
  model: DialogueModel,
  asked: Asked,
  words: string,
  tapped: Meaning | null,
  command: Command | undefined,
): Meaning | null {
  const kind = command === undefined || command === 'learn' ? kindIn(model, words) : null;
  if (command !== undefined && isMenu(command))
    return { is: 'menu', words, key: command, ...(kind === null ? {} : { kind: kind.kind }) };
  if (kind?.plain === true && asked.follow !== 'add')
    return { is: 'articles', words, kind: kind.kind, search: null };
  if (command === undefined || isAnswer(model, asked, command, words, tapped)) return null;
  return (
    readsOn(model, asked, command, words) ?? { is: 'command', words, command, tongue: tongueIn(model, words) }
  );
}

/** "Next", right after a page of an article, means the next one; where nothing is under way, so do "continue" and "back". */
function readsOn(model: DialogueModel, asked: Asked, command: Command, words: string): Meaning | null {
  const free = asked.place === 'nothing' && (command === 'continue' || command === 'back');
  return command === 'skip' || free ? readingIn(model, asked, words) : null;
}

/** "I would rather not say" may be one of the choices, and "not now", at the pictures, means the pictures. */
function isAnswer(
  model: DialogueModel,
  asked: Asked,
  command: Command,
  words: string,
  tapped: Meaning | null,
): boolean {
  const { question, aside } = asked;
  if (asked.place !== 'question' || question === null || tapped !== null) return false;
  if (command === 'save')
    return aside === null && question.kind === 'files' && isMadeOf(model, words, 'later');
  if (command !== 'skip' || question.kind !== 'choice') return false;
  const match = choiceIn(model, question, words);
  return match !== null && match !== 'range' && match.how === 'exact' && aside === null;
}

function atPlace(
  model: DialogueModel,
  asked: Asked,
  words: string,
): Pick<Understood, 'meaning'> & Partial<Understood> {
  switch (asked.place) {
    case 'nothing':
      return whenIdle(model, asked, words);
    case 'thread':
      return { meaning: inThread(model, asked, words) };
    case 'receipt':
      return { meaning: atReceipt(model, asked, words) };
    case 'summary':
    case 'question':
      return inReport(model, asked, words);
  }
}

function inReport(
  model: DialogueModel,
  asked: Asked,
  words: string,
): Pick<Understood, 'meaning' | 'beneath'> {
  if (isResend(asked, words)) return { meaning: { is: 'resend', words }, beneath: null };
  const { aside, question } = asked;
  const beneath = (): Meaning => {
    if (asked.place === 'summary') return atSummary(model, { ...asked, options: asked.beneath }, words);
    return question === null ? { is: 'unclear', words } : atQuestion(model, asked, question, words);
  };
  if (aside === null) return { meaning: beneath(), beneath: null };
  const settles = atAside(model, asked, aside, words) ?? articlesIn(model, asked, words);
  return settles === null
    ? { meaning: { is: 'unclear', words }, beneath: beneath() }
    : { meaning: settles, beneath: null };
}

/** The words that wait in a side question, as an answer to the question itself and to the one before. */
function pendingIn(model: DialogueModel, asked: Asked): Understood['pending'] {
  const { aside, question, before } = asked;
  if (aside === null || aside.pending === '' || question === null) return null;
  const here = { ...readingAt(model, asked), unknownOffered: false };
  const parts = asked.parts - (question.kind === 'story' ? 1 : 0);
  const unclear: Answer = { is: 'unclear', words: aside.pending };
  return {
    here: readAnswer({ ...here, parts }, question, aside.pending),
    last: before === null ? unclear : readAnswer({ ...here, parts: 0 }, before, aside.pending),
  };
}
