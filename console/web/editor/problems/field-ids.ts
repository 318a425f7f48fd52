import type { Lang } from '../../api/common-types.js';

/** The id of the field on the page that a problem is about. */
export function fieldId({ lang, field }: { readonly lang: Lang | null; readonly field: string }): string {
  return lang === null ? `field-${field}` : `field-${field}-${lang}`;
}
