import type { Translated } from '../translated.js';
import type * as en from '../en/editor-fields.js';

export const langs: Translated<typeof en.langs> = {
  label: '语言',
  zh: '中文',
  en: '英文',
  beside: '并排',
  missing: '尚无',
};

export const fields: Translated<typeof en.fields> = {
  label: '文章信息',
  title: { zh: '中文标题', en: '英文标题' },
  digest: { zh: '中文摘要', en: '英文摘要' },
  digestHint: '一两句话，用于列表、链接预览和对话中的卡片。',
  body: { zh: '中文正文', en: '英文正文' },
  coverAlt: { zh: '封面内容（中文）', en: '封面内容（英文）' },
  coverAltHint: '写给看不到图片的读者。',
  count: '{{count}} / {{max}}',
  kind: '类型',
  category: '相关举报类别',
  noCategory: '无',
  categoryHint: '文章下方的“举报类似情况”会打开这一类别。',
  author: '作者',
  authorHint: '显示在标题下方。',
};

export const cover: Translated<typeof en.cover> = {
  label: '封面',
  none: '尚无封面',
  hint: '横图，约 900 × 383。JPEG、PNG、WebP 或 GIF，最多 20 MB。也可以拖到这里。',
  choose: '选择封面',
  other: '换一张',
  remove: '移除封面',
};

export const tags: Translated<typeof en.tags> = {
  label: '标签',
  none: '没有标签',
  new: '新标签',
  add: '添加标签',
  remove: '移除',
  removeOne: '移除标签“{{tag}}”',
  too_long: '每个标签最多 20 个字。',
  too_many: '每篇文章最多十个标签。',
};

export const sources: Translated<typeof en.sources> = {
  label: '出处',
  hint: '读者可以在这些地方核对文章内容。',
  title: '出处 {{n}}：标题',
  url: '出处 {{n}}：网址',
  wrong: '网址以 https:// 或 http:// 开头。',
  add: '添加出处',
  remove: '移除',
  removeOne: '移除出处 {{n}}',
};

export const slug: Translated<typeof en.slug> = {
  label: '文章网址',
  hint: '{{address}} 之后的部分。使用小写字母、数字和连字符。文章公开之后不再改变。',
  save: '更改网址',
  saved: '网址已更改。',
  taken: '另一篇文章已经用了这个网址。',
  wrong: '请使用小写字母、数字和单个连字符，3 至 60 个字符。',
  reserved: '这个词在网址里另有用途，请换一个，或再加一个词。',
};

export const missing: Translated<typeof en.missing> = {
  title: { zh: '还没有中文正文', en: '还没有英文正文' },
  nothing: '这篇文章还没有任何语言的正文。',
  text: '翻译会沿用另一种语言的结构：标题、列表、表格和图片照搬，文字等待翻译。',
  begin: '开始翻译',
  empty: '从空白开始',
  readonly: '文章是草稿时才能撰写。',
};

export const problems: Translated<typeof en.problems> = {
  title_missing: '缺少标题。',
  title_too_long: '标题超过 {{max}} 个字。',
  title_platform_too_long: '平台的标题最多 {{max}} 个字，这个标题只能在网页上完整显示。',
  digest_missing: '缺少摘要。',
  digest_too_long: '摘要超过 {{max}} 个字。',
  body_missing: '缺少正文。',
  body_too_long: '正文对平台来说太长：加上格式会超过 {{max}} 个字符。',
  body_too_many_bytes: '正文对平台来说太大。',
  body_picture_without_words: '有一张图片没有文字说明，看不到图片的读者无从了解。',
  body_picture_unknown: '正文中有一张图片已经不在了。请删去，或重新添加。',
  body_link_dropped: '指向其他网站的链接在平台上不显示，文字保留。',
  body_untranslated: '有 {{n}} 段两种语言完全相同，可能还没有翻译。',
  coverAlt_missing: '没有写明封面的内容。',
  author_missing: '缺少作者。',
  author_too_long: '作者超过 {{max}} 个字。',
  cover_missing: '缺少封面。',
  cover_picture_unknown: '封面图片已经不在了，请重新选择。',
  sources_address_wrong: '有出处的网址不是以 https:// 或 http:// 开头。',
  texts_missing: '还没有任何语言的正文。',
  texts_not_translated: '只有一种语言。',
  other: '“{{field}}”有问题（{{code}}）。',
};

export const problemGroups: Translated<typeof en.problemGroups> = {
  stop: '送审之前须完成',
  warn: '需要知道',
  none: '内容齐全',
  stops_other: '送审之前还有 {{count}} 项',
  warns_other: '有 {{count}} 项需要知道',
};
