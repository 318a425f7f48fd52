/** What the chat says to a phone that scanned a code: to staff, in every language of the line. */
import type { ArticleLang } from '../articles/article.js';

const words: Readonly<
  Record<ArticleLang, { readonly linked: (name: string) => string; readonly ended: string }>
> = {
  zh: {
    linked: (name) => `本手机已与${name}的工作台关联，只用来接收文章的测试稿；取消关注即解除关联。`,
    ended: '这个关联码已经失效，请在工作台重新生成一个。',
  },
  en: {
    linked: (name) =>
      `This phone is now linked to the desk of ${name} and can be sent articles as tests; unfollowing this account ends that.`,
    ended: 'This code has ended; please make a new one on the desk.',
  },
};

/** One line a language. `linked`: whose phone it is now; null: the code has ended. */
export function phoneWords(langs: readonly ArticleLang[], linked: { readonly name: string } | null): string {
  return langs
    .map((lang) => (linked === null ? words[lang].ended : words[lang].linked(linked.name)))
    .join('\n');
}
