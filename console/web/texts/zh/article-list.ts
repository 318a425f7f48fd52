import type { Translated } from '../translated.js';
import type * as en from '../en/article-list.js';

export const list: Translated<typeof en.list> = {
  label: '文章列表',
  detail: '选中的文章',
  new: '新建文章',
  search: '搜索标题',
  state: '状态',
  anyState: '所有状态',
  kind: '类型',
  anyKind: '所有类型',
  clear: '显示全部',
  by: '最后撰写：{{name}}',
  line: '系统',
  emptyTitle: '还没有文章',
  emptyText: '文章告诉大家什么可以举报、如何举报。每一篇在发布之前都由另一个人审核。',
  emptyReader: '编辑开始撰写之后，文章会出现在这里。',
  first: '撰写第一篇文章',
  noneTitle: '没有符合条件的文章',
  noneText: '请减少搜索的字，或查看所有状态和类型。',
  found_other: '找到 {{count}} 篇文章',
  foundMost: '只查看了最新的 {{count}} 篇，多输入几个字可以缩小范围。',
  pickTitle: '尚未选择文章',
  pickText: '点击，或按 j、k 键，即可在此查看；按回车键打开。',
};

export const preview: Translated<typeof en.preview> = {
  open: '打开文章',
  noDigest: '尚无摘要',
  since: '自 {{at}}',
  next: '接下来',
  last: '最近动态',
  byLine: '系统',
  by: '{{name}}',
};

export const newArticle: Translated<typeof en.newArticle> = {
  title: '新建文章',
  begin: '从何开始',
  empty: '空白页',
  copy: '复制已有的文章',
  copyHint: '例如去年的通知。正文、图片、标签和来源会一并复制，状态和时间不会。',
  search: '要复制哪一篇？请搜索标题',
  results: '找到的文章',
  none: '没有标题含有这些字的文章',
  copyMissing: '请搜索并选择要复制的文章',
  kind: '这是哪一类文章？',
  kindMissing: '请选择类型',
  make: '开始撰写',
  makeCopy: '创建副本',
};

export const review: Translated<typeof en.review> = {
  intro: '等得最久的排在最前。自己撰写或送审的文章，不能由自己审核。',
  since: '自 {{at}}',
  waited: {
    now: '刚刚送审',
    minutes_other: '已等 {{count}} 分钟',
    hours_other: '已等 {{count}} 小时',
    days_other: '已等 {{count}} 天',
  },
  sentBy: '送审：{{name}}',
  writtenBy: '最后撰写：{{name}}',
  comments_other: '{{count}} 条未解决的批注',
  read: '阅读并审核',
  readLabel: '阅读并审核：{{title}}',
  open: '打开',
  openLabel: '打开：{{title}}',
  yours: '您本人的',
  forEditor: '须由编辑审核',
  why: {
    wrote: '最后由您撰写，须由另一个人批准。',
    sent: '由您送审，须由另一个人批准。',
    editor: '主管只在没有其他编辑可以审核时批准，而这篇有编辑可以审核。',
  },
  emptyTitle: '没有等待审核的文章',
  emptyText: '编辑送审之后，文章会出现在这里。',
  list: '等待审核的文章',
};
