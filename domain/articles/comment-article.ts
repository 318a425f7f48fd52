import { hex } from '../bytes.js';
import { neutralText } from '../clean-text.js';
import { DomainError } from '../errors.js';
import type { Clock, Random } from '../ports.js';
import type { Article, ArticleLang, Comment } from './article.js';
import { changed } from './move.js';
import type { Articles } from './ports.js';

/** Comments between author and reviewer; writing one is no edit, so it meets whatever revision there is. */
export interface CommentArticle {
  add(
    who: string,
    id: string,
    comment: { readonly lang: ArticleLang; readonly paragraph: string; readonly text: string },
  ): Promise<Article>;
  resolve(id: string, comment: string): Promise<Article>;
}

const mostComments = 200;
const mostTries = 5;

/** @throws DomainError article.unknown, request.invalid (no such comment, too many, or no word in it), storage.unavailable */
export function createCommentArticle(ports: {
  articles: Articles;
  clock: Clock;
  random: Random;
}): CommentArticle {
  const { articles, clock, random } = ports;

  async function change(id: string, next: (comments: readonly Comment[]) => readonly Comment[]) {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const article = await articles.byId(id);
      if (article === null) throw new DomainError('article.unknown');
      const commented = changed(article, { comments: next(article.comments), basis: article.basis });
      if (await articles.replace(commented)) return commented;
    }
    throw new DomainError('storage.unavailable');
  }

  return {
    async add(who, id, { lang, ...written }) {
      // the paragraph is looked for in the text, where nothing unseen is kept either
      const [paragraph, text] = [neutralText(written.paragraph), neutralText(written.text).trim()];
      if (text === '') throw new DomainError('request.invalid', { details: { fields: { text: ['empty'] } } });
      const comment = {
        ...{ id: hex(random(8)), by: who, at: clock.now() },
        ...{ lang, paragraph, text, resolved: false },
      };
      return change(id, (comments) => {
        if (comments.length >= mostComments) throw new DomainError('request.invalid');
        return [...comments, comment];
      });
    },
    resolve: (id, comment) =>
      change(id, (comments) => {
        if (!comments.some((one) => one.id === comment)) throw new DomainError('request.invalid');
        return comments.map((one) => (one.id === comment ? { ...one, resolved: true } : one));
      }),
  };
}
