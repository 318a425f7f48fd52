/** Ways in words, each with how many it would reach. */
import type { TFunction } from 'i18next';
import { computed, type ComputedRef } from 'vue';
import { sendWays, type NoticeWays, type SendWay } from '../api/notice-types.js';
import { useServices } from '../services/services.js';
import { useNoticeWords } from './notice-words.js';

type Reach = Readonly<Record<SendWay, number | null>>;

export const isOn = (ways: NoticeWays, way: SendWay): boolean =>
  way === 'mass' ? ways.mass !== null : ways[way];

export const waysOn = (ways: NoticeWays): readonly SendWay[] => sendWays.filter((way) => isOn(ways, way));

function wayWords(
  t: TFunction<'notices'>,
  { ways, reach, number }: { ways: NoticeWays; reach: Reach; number: (n: number) => string },
  way: SendWay,
): string {
  const count = reach[way];
  const values = { count: count ?? 0, number: number(count ?? 0) };
  if (way === 'account') return count === null ? t('reach.accountUnknown') : t('reach.account', values);
  if (way === 'mini') return count === null ? t('reach.miniUnknown') : t('reach.mini', values);
  const tag = ways.mass?.tag ?? null;
  if (tag !== null) return t('reach.massTag', { tag });
  return count === null ? t('reach.massAll') : t('reach.mass', values);
}

/** All ways of something, in one line. */
export function useWaysWords(): ComputedRef<(one: { ways: NoticeWays; reach: Reach }) => string> {
  const { preferences } = useServices();
  const { t } = useNoticeWords();
  return computed(() => {
    const chinese = preferences.language.value === 'zh';
    const format = new Intl.NumberFormat(chinese ? 'zh-CN' : 'en-GB');
    return ({ ways, reach }) => {
      const on = waysOn(ways);
      if (on.length === 0) return t('reach.none');
      const words = on.map((way) => wayWords(t, { ways, reach, number: (n) => format.format(n) }, way));
      return words.join(chinese ? '；' : '; ');
    };
  });
}
