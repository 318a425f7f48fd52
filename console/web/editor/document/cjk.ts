/** Han, kana, and the punctuation that stands between them. */
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;

export const isCjk = (character: string): boolean => cjk.test(character);
