/** Which of the account's forms a notice fills, and with what. */
import type { SendLang, SendOrder } from '../../domain/sending/send.js';
import { asThing, fieldTakes } from '../../wechat/template-fields.js';
import { fieldText, type NoticeAccount, type NoticeForm } from '../wechat/profile.js';

export interface FilledForm {
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The form that the profile has for this notice, with its words; without one any form of the account, filled with the
 * notice's own. `{day}`, `{title}` and `{body}` in the profile's words stand for the order's. Else a word for why not.
 */
export function filledForm(
  forms: readonly NoticeForm[],
  account: NoticeAccount,
  order: SendOrder,
  lang: SendLang,
): FilledForm | { readonly refused: string } {
  const ofAccount = forms.filter((form) => form.account === account);
  const own = ofAccount.find(({ kind }) => kind === noticeOf(order.occurrence));
  const form = own ?? ofAccount[0];
  if (form === undefined) return { refused: 'no_form' };
  const names = Object.keys(form.fields);
  const words =
    own === undefined
      ? ownWords(names)
      : Object.entries(own.fields).map(([name, text]) => [name, text[lang]] as const);
  const data = Object.fromEntries(words.map(([name, text]) => [name, filled(name, text, order, lang)]));
  const wrong = names.find((name) => !fieldTakes(name, data[name] ?? ''));
  // the platform would refuse each of them for it (47003)
  return wrong === undefined ? { template: form.template, data } : { refused: 'form_unfit' };
}

/** `<notice>.<nominal day>.<lead>` */
const noticeOf = (occurrence: string): string => occurrence.split('.').slice(0, -2).join('.');

/** What a notice that the profile does not know says: its title, then its text, and its day, the whole of it. */
function ownWords(names: readonly string[]): readonly (readonly [string, string])[] {
  const first = names.find(isThing);
  const byKind: Readonly<Record<string, string>> = { date: '{day}', time: '{day} 00:00~{day} 23:59' };
  return names.map((name) => {
    if (isThing(name)) return [name, name === first ? '{title}' : '{body}'] as const;
    return [name, byKind[name.replace(/\d+$/, '')] ?? ''] as const;
  });
}

const isThing = (name: string): boolean => /^thing\d*$/.test(name);

function filled(name: string, words: string, { on, texts }: SendOrder, lang: SendLang): string {
  const { title, body } = texts[lang];
  const text = fieldText(words, on).replace(/\{(title|body)\}/g, (_, what) =>
    what === 'title' ? title : body,
  );
  return isThing(name) ? asThing(text) : text;
}
