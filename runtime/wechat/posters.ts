/**
 * Where a poster's scene code leads: `report`, `check` and `learn` as the menu does, `report:<category>` to a report of
 * that category, `report:<anything>` to the first question, `article:<slug>` to that article, also one that is published
 * later. What stands behind a further colon tells posters apart for whoever prints them, and is not kept.
 */
import type { Opening } from '../../bot/official-account/inbound.js';
import { categoryQuestion, posterTap } from '../../bot/dialogue/poster-tap.js';
import type { Profile } from '../../bot/flows/profile.js';
import { isSlug } from '../../domain/articles/slug.js';
import { menuKeys } from './profile.js';

export function openingsOf({ graphs, langs, lexicon }: Profile): Opening {
  const { commands } = lexicon[langs[0] ?? 'zh'];
  const [report = ''] = commands.report;
  const [learn = ''] = commands.learn;
  const [graph = { questions: [] }] = graphs;
  const categories = categoryQuestion(graph)?.choices ?? [];
  return (scene) => {
    const [kind, ...rest] = scene.split(':');
    const [of = ''] = rest;
    if (kind === 'report' && categories.includes(of)) return { e: 'tap', text: report, tap: posterTap(of) };
    if (kind === 'article' && isSlug(of)) return { e: 'tap', text: learn, tap: `article:${of}` };
    const key = menuKeys.find((one) => one === kind);
    return key !== undefined && (key === 'report' || rest.length === 0) ? { e: 'menu', key } : null;
  };
}
