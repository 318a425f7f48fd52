import { computed, type ComputedRef } from 'vue';
import type { Lang } from '../../../api/common-types.js';
import { createZone } from '../../../articles/calendar-zone.js';
import { useListDates } from '../../../articles/list-dates.js';
import { htmlLang } from '../../../articles/list-titles.js';
import { useLine } from '../../../services/services.js';
import { dayValues } from '../../words/day-values.js';
import { asFormField } from '../../words/as-form-field.js';
import { fillTemplate, type Values } from '../../words/fill-template.js';
import { useOccurrenceDesk } from '../occurrence-desk.js';

export interface ShownWords {
  readonly title: string;
  readonly body: string;
  readonly htmlLang: string;
  /** the account's name */
  readonly account: string;
  /** when readers get it */
  readonly at: string;
  readonly time: string;
  /** the day that it is about */
  readonly date: string;
  /** as much of the text as a form takes */
  readonly note: string;
  /** the text of a mass send: title, text, and where it leads */
  readonly mass: string;
}

/** The words filled, as every screen of the phone shows something of them. */
export function useShownWords(lang: () => Lang): ComputedRef<ShownWords> {
  const desk = useOccurrenceDesk();
  const line = useLine();
  const zone = createZone(line.zone);
  const dates = useListDates();
  return computed(() => {
    const { title, body } = desk.content.value.texts[lang()];
    const known = dayValues(desk.day.value, lang());
    const values: Values = { ...known };
    return {
      title: fillTemplate(title, values).trim(),
      body: fillTemplate(body, values).trim(),
      htmlLang: htmlLang(lang()),
      account: line.name[lang()],
      at: dates.value.full(desk.occurrence.value.at),
      time: zone.wall(desk.occurrence.value.at).time,
      date: known.date ?? '',
      note: asFormField(fillTemplate(body, values)),
      mass: `${fillTemplate(title, values)}\n\n${fillTemplate(body, values)}\n${line.publicUrl}/a/`.trim(),
    };
  });
}
