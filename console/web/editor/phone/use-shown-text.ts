import { computed, type ComputedRef } from 'vue';
import { pictureUrl } from '../../api/articles-api.js';
import type { Lang } from '../../api/common-types.js';
import { useListDates } from '../../articles/list-dates.js';
import { useLine, useServices } from '../../services/services.js';
import { useDesk } from '../desk.js';
import { htmlLang, type TextDraft } from '../draft.js';

export interface ShownText {
  readonly text: TextDraft | null;
  readonly htmlLang: string;
  /** the account's name */
  readonly account: string;
  /** when readers get it, or now */
  readonly at: string;
  readonly cover: string | null;
}

/** What every screen of the phone shows something of. */
export function useShownText(lang: () => Lang): ComputedRef<ShownText> {
  const desk = useDesk();
  const line = useLine();
  const { clock } = useServices();
  const dates = useListDates();
  return computed(() => {
    const { plan, live } = desk.article.value;
    const at = plan?.at ?? live?.at ?? new Date(clock.now()).toISOString();
    return {
      text: desk.draft.texts[lang()],
      htmlLang: htmlLang(lang()),
      account: line.name[lang()],
      at: dates.value.full(at),
      cover: desk.draft.cover === null ? null : pictureUrl(desk.draft.cover, 'cover'),
    };
  });
}
