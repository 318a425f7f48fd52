/**
 * Conversations as plain text, played against a whole line in memory. One line is one thing:
 *
 *   # anything                 a remark
 *   > words                    the person types
 *   ! label                    the person taps a choice or word of the last message that has it, however old
 *   ~ image | video | voice | voice WORDS | place LAT LNG WORDS | other | menu KEY | follow | leave
 *   ~ scan SCENE               a poster with this scene
 *   ~ again                    the last delivery once more: the same answer
 *   ~ restart | ~ wait 40m     a new process; time passes (s, m, h)
 *   < id id “literal” !id      texts that the answer holds, by id or literally; with ! that it does not hold
 *   = key value                what is stored at the end (`ends` below)
 *
 * In words, {receipt} is the receipt last shown, {four} its last four digits.
 */
import type { Profile } from '../../bot/flows/profile.js';
import type { Lang } from '../../bot/dialogue/types.js';
import { openingsOf } from '../../runtime/wechat/posters.js';
import { createLine, createPerson, type Line, type Person, type Said } from './line.js';
import { onlyReport, type OpenedReport } from './reports.js';
import { receiptIn } from './receipt-in.js';

/** A mistake in a conversation, with its line: the test fails with all of them. */
export type Wrong = string;

interface Played {
  readonly line: Line;
  readonly wrong: Wrong[];
}

/** Plays one conversation and answers what was not as written. */
export async function playTranscript(text: string, name: string): Promise<Played> {
  const profile = /^# profile: (\S+)/m.exec(text)?.[1] ?? 'national-security';
  const line = createLine({ profile });
  const wrong: Wrong[] = [];
  let person = createPerson(line, line.process());
  let answer = '';
  let turns = 0;
  for (const [at, row] of text.split('\n').entries()) {
    const mark = row.slice(0, 2);
    const rest = row.slice(2).trim();
    const fail = (what: string): void => {
      wrong.push(`${name}:${String(at + 1)} ${what}\n    ${answer.replaceAll('\n', '\n    ')}`);
    };
    if (mark === '> ') answer = await person.says(filled(rest, line));
    else if (mark === '! ') answer = await tapped(line, person, rest, fail);
    else if (mark === '~ ') {
      if (rest === 'restart') person = createPerson(line, line.process(), 'oPerson', 1_000 * (at + 1));
      else if (rest.startsWith('wait ')) line.clock.advance(milliseconds(rest.slice(5)));
      else if (rest === 'again') {
        const before = answer;
        answer = await person.again();
        if (answer !== before) fail('the repeated delivery was answered otherwise');
      } else answer = await person.sends(event(rest, line.profile));
      await settled();
    } else if (mark === '< ') expects(line.profile, answer, rest, fail);
    else if (mark === '= ') await ends(line, rest, fail);
    if (['> ', '! '].includes(mark)) turns += 1;
    if (/undefined|\{\w+\}|NaN/.test(answer)) fail('an unfilled placeholder');
  }
  if (turns === 0) wrong.push(`${name} says nothing`);
  wrong.push(...line.errors.map((error) => `${name} ${String(error)}`));
  return { line, wrong };
}

/** Lets work beside the turns (fetching files) come to its end. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function lastReceipt(line: Line): string {
  return line.said.map(receiptIn).findLast((receipt) => receipt !== null) ?? 'no receipt was shown';
}

function filled(words: string, line: Line): string {
  const receipt = lastReceipt(line);
  return words.replaceAll('{receipt}', receipt).replaceAll('{four}', receipt.replace(/\D/g, '').slice(-4));
}

async function tapped(
  line: Line,
  person: Person,
  label: string,
  fail: (what: string) => void,
): Promise<string> {
  const links = line.said.toReversed().flatMap((text) => taps(text).filter((tap) => tap.label === label));
  const [link] = links;
  if (link !== undefined) return person.sends({ t: 'text', text: link.words, tap: link.tap });
  fail(`no message has “${label}” to tap`);
  return '';
}

/** The taps of a rendered message. */
export function taps(text: string): readonly { label: string; words: string; tap: string }[] {
  return Array.from(text.matchAll(/<a href="weixin:\/\/bizmsgmenu\?([^"]*)">(.*?)<\/a>/g), (match) => {
    const query = new URLSearchParams(match[1]);
    return {
      label: match[2] ?? '',
      words: query.get('msgmenucontent') ?? '',
      tap: query.get('msgmenuid') ?? '',
    };
  });
}

function event(words: string, profile: Profile): Said {
  const [kind = '', ...rest] = words.split(' ');
  const text = rest.join(' ');
  switch (kind) {
    case 'image':
    case 'video':
      return { t: 'file', media: kind, ref: `media ${kind}` };
    case 'voice':
      return { t: 'file', media: 'voice', ref: 'media voice', ...(text === '' ? {} : { transcript: text }) };
    case 'place':
      return { t: 'place', lat: Number(rest[0]), lng: Number(rest[1]), words: rest.slice(2).join(' ') };
    case 'scan':
      return scanned(text, profile);
    case 'menu':
      return { t: 'menu', key: text as 'report' };
    default:
      return { t: kind as 'other' };
  }
}

/** What a poster's scene brings, as the callback makes it. */
function scanned(scene: string, profile: Profile): Said {
  const said = openingsOf(profile)(scene);
  if (said?.e === 'tap') return { t: 'text', text: said.text, tap: said.tap };
  return said?.e === 'menu' ? { t: 'menu', key: said.key } : { t: 'follow' };
}

function milliseconds(words: string): number {
  const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
  return Number.parseInt(words, 10) * (units[words.slice(-1)] ?? Number.NaN);
}

/** Whether an answer holds a text: its fixed pieces stand in it one after the other. */
export function holdsText(profile: Profile, answer: string, id: string, lang?: Lang): boolean {
  return (lang === undefined ? profile.langs : [lang]).some((one) => {
    const text = profile.texts[one].get(id);
    if (text === undefined) throw new Error(`${id} is no text`);
    let from = 0;
    return text.split(/\{\w+\}/).every((piece) => {
      const at = answer.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    });
  });
}

function expects(profile: Profile, answer: string, words: string, fail: (what: string) => void): void {
  for (const [, not = '', literal, id = ''] of words.matchAll(/(!?)(?:“([^”]*)”|(\S+))/g)) {
    const holds = literal === undefined ? holdsText(profile, answer, id) : answer.includes(literal);
    if (holds === (not !== '')) fail(`expected ${not === '' ? '' : 'not '}${literal ?? id}, was answered:`);
  }
}

/** What can be said of the end: of the conversation as stored, and of the only report, opened. */
async function ends(line: Line, words: string, fail: (what: string) => void): Promise<void> {
  const [key = '', ...rest] = words.split(' ');
  const value = rest.join(' ').replaceAll('\\n', '\n');
  const stored = [...line.stored.stored.values()];
  const state = await line.stateOf();
  const report = (): OpenedReport => onlyReport(line);
  const checks: Readonly<Record<string, () => boolean>> = {
    reports: () => stored.length === Number(value),
    gone: () => state === null,
    kept: () => JSON.stringify(state).includes(value),
    at: () => state?.at === value,
    state: () => stored[0]?.state === value,
    note: () => report().notes.includes(value),
    words: () => report().all.includes(value),
    never: () => !report().all.includes(value),
    apart: () => report().apart.includes(value),
    added: () => report().added.includes(value),
    files: () => report().files === Number(value),
    lang: () => report().lang === value,
  };
  const answer = (): boolean => {
    const given = report().answers[key];
    return given !== undefined && (given.code === value || given.words === value);
  };
  if (!(checks[key] ?? answer)()) fail(`stored otherwise: ${words}`);
}
