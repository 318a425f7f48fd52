import { computed, type ComputedRef } from 'vue';
import { pictureUrl } from '../../api/articles-api.js';
import type { Lang } from '../../api/common-types.js';
import { createDates } from '../../services/dates.js';
import { useLine, useServices } from '../../services/services.js';
import { kinds as en } from '../../texts/en/articles.js';
import { kinds as zh } from '../../texts/zh/articles.js';
import { useDesk } from '../desk.js';
import { htmlLang, type TextDraft } from '../draft.js';

/** What readers read is in the article's language, whatever the desk speaks. */
const kinds = { zh, en } as const;

export interface ShownText {
  readonly text: TextDraft | null;
  readonly htmlLang: string;
  /** the account's name */
  readonly account: string;
  /** of what kind it is, the day on which readers get it, and the moment, all in the article's language */
  readonly kind: string;
  readonly day: string;
  readonly at: string;
  readonly cover: string | null;
}

/** What every screen of the phone shows something of. */
export function useShownText(lang: () => Lang): ComputedRef<ShownText> {
  const desk = useDesk();
  const line = useLine();
  const { clock } = useServices();
  return computed(() => {
    const { plan, live } = desk.article.value;
    const at = plan?.at ?? live?.at ?? new Date(clock.now()).toISOString();
    const dates = createDates(lang(), line.zone);
    return {
      text: desk.draft.texts[lang()],
      htmlLang: htmlLang(lang()),
      account: line.name[lang()],
      kind: kinds[lang()][desk.draft.kind],
      day: dates.day(at),
      at: dates.moment(at),
      cover: desk.draft.cover === null ? null : pictureUrl(desk.draft.cover, 'cover'),
    };
  });
}
