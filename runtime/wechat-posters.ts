/**
 * Where a poster's scene code leads: `report`, `check` and `learn` as the menu does, `report:<anything>` to the first
 * question (the rest tells posters apart for whoever prints them, and is not kept), `article:<slug>` to that article.
 */
import type { Opening } from '../bot/official-account/inbound.js';
import type { Profile } from '../bot/flows/profile.js';
import { menuKeys } from './wechat-profile.js';

export function openingsOf({ articles, langs, lexicon }: Profile): Opening {
  const [word = ''] = lexicon[langs[0] ?? 'zh'].article;
  return (scene) => {
    const [kind, ...rest] = scene.split(':');
    const key = menuKeys.find((one) => one === kind);
    if (key !== undefined && (key === 'report' || rest.length === 0)) return { e: 'menu', key };
    const at = kind === 'article' ? articles.findIndex(({ slug }) => slug === rest.join(':')) : -1;
    return at < 0 ? null : { e: 'text', text: `${word}${String(at + 1)}` };
  };
}
