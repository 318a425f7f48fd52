/**
 * Where a poster's scene code leads: `report`, `check` and `learn` as the menu does, `report:<category>` to a report of
 * that category, `report:<anything>` to the first question, `article:<slug>` to that article. What stands behind a
 * further colon tells posters apart for whoever prints them, and is not kept.
 */
import type { Opening } from '../../bot/official-account/inbound.js';
import { posterTap } from '../../bot/flows/posters.js';
import type { Profile } from '../../bot/flows/profile.js';
import { menuKeys } from './profile.js';

export function openingsOf({ articles, graphs, langs, lexicon }: Profile): Opening {
  const words = lexicon[langs[0] ?? 'zh'];
  const [article = ''] = words.article;
  const [report = ''] = words.commands.report;
  const categories = graphs[0]?.questions[0]?.choices ?? [];
  return (scene) => {
    const [kind, ...rest] = scene.split(':');
    const [category = ''] = rest;
    if (kind === 'report' && categories.includes(category))
      return { e: 'tap', text: report, tap: posterTap(category) };
    const key = menuKeys.find((one) => one === kind);
    if (key !== undefined && (key === 'report' || rest.length === 0)) return { e: 'menu', key };
    const at = kind === 'article' ? articles.findIndex(({ slug }) => slug === rest.join(':')) : -1;
    if (at < 0) return null;
    const n = String(at + 1);
    return { e: 'tap', text: `${article}${n}`, tap: `article:${n}` };
  };
}
