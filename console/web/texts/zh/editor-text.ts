import type { Translated } from '../translated.js';
import type * as en from '../en/editor-text.js';

export const tools: Translated<typeof en.tools> = {
  label: '正文工具',
  heading: '标题',
  subheading: '小标题',
  bold: '粗体',
  italic: '斜体',
  bullets: '列表',
  numbers: '编号',
  quote: '引用',
  link: '链接',
  picture: '图片',
  table: '表格',
  undo: '撤销',
  redo: '重做',
};

export const tableTools: Translated<typeof en.tableTools> = {
  label: '表格工具',
  rowAbove: '上方加行',
  rowBelow: '下方加行',
  rowDelete: '删除此行',
  columnBefore: '左侧加列',
  columnAfter: '右侧加列',
  columnDelete: '删除此列',
  tableDelete: '删除表格',
};

export const count: Translated<typeof en.count> = {
  zh: '{{count}} 字',
  en: '{{count}} 词',
};

export const moreKeys: Translated<typeof en.moreKeys> = {
  save: '立即保存',
  tools: '从正文转到工具',
  back: '从工具回到正文',
  comment: '对此段落加批注',
  picture: '修改所选图片的文字',
  cell: '在表格中：下一个单元格；在列表中：下移一级',
};

export const picture: Translated<typeof en.picture> = {
  newTitle: '添加图片',
  title: '图片的文字',
  file: '图片',
  fileHint: 'JPEG、PNG、WebP 或 GIF，最多 20 MB。也可以拖到这里，或直接粘贴到正文中。',
  choose: '选择图片',
  fileMissing: '请选择 JPEG、PNG、WebP 或 GIF。',
  alt: { zh: '图片内容（中文）', en: '图片内容（英文）' },
  altHint: '写给看不到图片的读者；图片载入失败时也会显示。',
  altMissing: '请用一句话写明图片的内容。',
  caption: '图片下方的说明（选填）',
  add: '添加图片',
  keep: '保留文字',
  laterWords: '以后再写',
  edit: '修改文字',
  says: '图片内容：{{alt}}',
  noAlt: '还没有写明图片的内容',
  going: '正在上传：{{percent}}%',
  again: '重试',
  leftOut_other: '有 {{count}} 张图片在其他网站上，没有带入。请先保存图片，再添加。',
};

export const link: Translated<typeof en.link> = {
  title: '文字指向哪里',
  address: '网址',
  hint: 'https://…，或用 /a/… 指向这里的另一篇文章',
  wrong: '链接只能指向 https:// 或 http:// 的网址，或 /a/…。',
  words: '链接的文字',
  keep: '设置链接',
  remove: '移除链接',
};

export const phone: Translated<typeof en.phone> = {
  label: '手机上的样子',
  open: '预览',
  tabs: { article: '文章', chat: '对话卡片', lock: '锁屏' },
  notes: {
    article: '文章页面的样子。',
    chat: '群发时，关注者在对话中看到的样子。',
    lock: '群发时，手机不解锁也能看到这些。请用一个让旁人看到也无妨的标题。',
  },
  app: { zh: '微信', en: 'WeChat' },
  noTitle: '尚无标题',
  noDigest: '尚无摘要',
  noText: '尚无正文',
};
