import { computed, type ComputedRef } from 'vue';
import type { ArticleContent } from '../../api/article-types.js';
import { useListWords } from '../../articles/list-words.js';
import { useLine, useServices } from '../../services/services.js';
import { useEditorWords } from '../editor-words.js';
import type { wholeFields } from './merge-content.js';

type Field = (typeof wholeFields)[number];

/** What a field of an article holds, in words. */
export function useFieldWords(): ComputedRef<(content: ArticleContent, field: Field) => string> {
  const { preferences } = useServices();
  const { categories } = useLine();
  const { t } = useEditorWords();
  const articles = useListWords();
  return computed(() => (content, field) => {
    switch (field) {
      case 'kind':
        return articles.t(`kinds.${content.kind}`);
      case 'author':
        return content.author;
      case 'cover':
        return content.cover === null ? t('cover.none') : t('merge.cover', { id: content.cover.slice(0, 6) });
      case 'tags':
        return content.tags.join(' · ');
      case 'category': {
        const found = categories.find(({ id }) => id === content.category);
        return found?.label[preferences.language.value] ?? content.category ?? t('fields.noCategory');
      }
      case 'sources':
        return content.sources.map(({ title, url }) => `${title}\n${url}`).join('\n');
    }
  });
}
