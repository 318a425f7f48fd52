import type { Profile } from '../../bot/flows/profile.js';

export interface Category {
  readonly id: string;
  readonly label: Readonly<Record<'zh' | 'en', string>>;
}

/** What an article can be about: the categories of the present questions, without the one that ends a report. */
export function categoriesOf({ graphs, texts }: Profile): readonly Category[] {
  const question = graphs[0]?.questions.find(({ role }) => role === 'category');
  if (question === undefined) return [];
  const label = (lang: 'zh' | 'en', id: string): string => texts[lang].get(`c.${question.id}.${id}`) ?? id;
  return (question.choices ?? [])
    .filter((id) => !(question.ends ?? []).includes(id))
    .map((id) => ({ id, label: { zh: label('zh', id), en: label('en', id) } }));
}
