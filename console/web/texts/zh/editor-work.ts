import type { Translated } from '../translated.js';
import type * as en from '../en/editor-work.js';

export const head: Translated<typeof en.head> = {
  page: '文章',
  back: '全部文章',
  unknownTitle: '没有这篇文章',
  unknownText: '地址可能有误。',
  others_other: '{{names}}也打开了这篇文章',
};

export const menu: Translated<typeof en.menu> = {
  button: '更多',
  versions: '版本与经过',
  figures: '阅读数据',
  test: '发测试给我',
  copy: '复制到平台',
  keys: '正文快捷键',
  withdraw: '撤下文章',
};

export const next: Translated<typeof en.next> = {
  submit: '送审',
  review: '审核',
  take_back: '取回修改',
  stop: '停止发布',
  settle: '说明结果',
  reopen: '回到草稿',
  retry: '重试平台部分',
};

export const steps: Translated<typeof en.steps> = {
  notSaved: '正文未能保存，因此没有进行这一步。请看上方。',
  submitted: '已送审。',
  sentBy: '{{name}}于 {{at}} 送审',
  takenBack: '已回到草稿。',
  reschedule: '更改时间或方式',
  rescheduleKeep: '采用新的安排',
  rescheduled: '安排已更改。',
  unschedule: '取消发布安排',
  unscheduled: '已取消安排，回到草稿。',
  retried: '正在再次请求平台。',
  refusedBefore: '平台上一次没有接受：',
  onPlatform: '平台上的页面',
  forReaders: '读者看到的页面',
  editingLive: '读者看到的是 {{at}} 的版本。这里是新草稿，再次审核后才会发布。',
};

export const fell: Translated<typeof en.fell> = {
  returned: '已退回修改，原因见批注。',
  noted: '已退回修改，附言如下：',
  silent: '已退回修改，没有未处理的批注，请向退回的人询问原因。',
  taken_back: '审核之前已取回。',
  stop: '发布之前已被停止。',
  unschedule: '发布安排已取消。',
};

export const hold: Translated<typeof en.hold> = {
  title: '距离发布',
  now: '即刻',
  spoken_other: '大约 {{count}} 分钟后发布，现在仍可停止。',
  stop: '停止发布',
  stopped: '已停止。没有发布任何内容，文章回到草稿。',
  mayNot: '编辑或主管可以停止。',
  hint: '在此之前，工作台以外没有人看到。',
};

export const review: Translated<typeof en.review> = {
  title: '审核',
  own: '这篇文章由您最后撰写或送审，须由另一个人批准。',
  editorsFirst: '只有在没有其他编辑可以审核时，才由主管批准；现在还有编辑可以审核。',
  checks: '我已通读全文，并确认：',
  checksMissing: '三项都须确认，否则请退回。',
  openComments_other: '还有 {{count}} 条批注没有处理。',
  approve: '批准并安排发布',
  approved: '已批准，到时间自动发布。',
  return: '退回修改',
  returned: '已退回，文章回到草稿。',
  note: '退回时给作者的话',
  returnHint: '批注里没有说明的修改要求，可以写在这里。',
};

export const checks: Translated<typeof en.checks> = {
  shows_conduct: '写的是行为，即某人做了什么，而不是其想法或身份',
  names_no_real_person: '没有写出真实的人，也认不出是谁',
  no_opinion_case: '其中没有因言论、信仰或归属而举报的案例',
};

export const plan: Translated<typeof en.plan> = {
  when: '什么时候发布？',
  soon: '尽快：十分钟后，其间可以停止',
  at: '指定日期和时间',
  day: '日期',
  time: '时间',
  how: '发布到哪里？',
  ways: { none: '只在网页和对话中', quiet: '也在平台上，不通知', send: '也以消息发给关注者' },
  reach: {
    none: '读者在文章页面上能找到，在对话中能查到。不通知任何人。',
    quiet: '平台上有一个可以查找和转发的页面。不通知任何人。',
    send: '会出现在关注者的对话列表和锁屏上。',
  },
  short: {
    none: '只在网页和对话中',
    quiet: '也在平台上，不通知',
    send: '也发给全部关注者',
    tag: '也发给带有标签 {{tag}} 的关注者',
  },
  noAccount: '本线路没有公众号。',
  mayNot: '这个公众号没有此项权限。',
  unsure: '还不知道这个公众号是否有此项权限。如果没有，网页和对话中仍会发布。',
  toWhom: '发给谁？',
  all: '全部关注者',
  allCounted_other: '全部关注者，共 {{number}} 人',
  tag: '带有某个标签的关注者',
  tagNumber: '标签编号',
  tagHint: '见公众平台后台的“用户管理”。',
  budget: '{{month}}：群发已用 {{sent}} 次，共 {{most}} 次。每位关注者每月最多收到这么多次。',
  budgetGone: '本月已经用完。',
  backTitle: '哪些无法收回',
  back: {
    none: '已经读过的人就是读过了。页面本身随时可以撤下。',
    quiet: '已经读过的人就是读过了。在这里撤下之后，平台上的页面可能还在。',
    send: '消息一旦发出，无论之后如何处理，都会留在收到者的手机里。',
  },
};

export const planProblems: Translated<typeof en.planProblems> = {
  day: '请填写日期。',
  time: '请填写时间。',
  left_out: '当天没有这个时间：时钟拨快，跳过了它。',
  past: '这个时间已经过去。',
  tag: '请填写标签编号。',
};

export const doubt: Translated<typeof en.doubt> = {
  look: '请先到平台查看，再选定结果。系统不会自行重发。',
  placeSent: '打开公众平台后台的“内容与互动 › 发表记录”，查看群发。',
  placeQuiet: '打开公众平台后台的“内容与互动 › 发表记录”。',
  title: '查找标题“{{title}}”。',
  time: '如果在，时间应在 {{at}} 之后不久。',
  there: '已经在平台上',
  notThere: '平台上没有',
  hint: '选“已经在平台上”，文章即为已发布；选“平台上没有”，文章为部分发布，可以重试平台部分。',
};

export const withdraw: Translated<typeof en.withdraw> = {
  title: '撤下这篇文章？',
  lost: '网页、对话和订阅源立即不再显示。文字作为草稿保留，可以再次发布。',
  sent: '已经发出的消息会留在收到者的手机里，无法收回。',
  page: '平台上的页面会请求平台删除；是否删除成功，会记在经过里。',
  type: '请输入“{{word}}”确认',
  word: '撤下',
  mismatch: '请输入“{{word}}”二字。',
  button: '撤下文章',
  done: '已撤下，读者不再看到。',
  gone: '平台上的页面也已删除。',
  stays: '平台没有删除它的页面。可在公众平台后台的“发表记录”中手动删除。',
};

export const comments: Translated<typeof en.comments> = {
  title_other: '批注：{{count}} 条未处理',
  none: '没有批注。',
  write: '对光标所在段落加批注',
  noPlace: '请先把光标放到正文的某个段落，再加批注。',
  at: '位于“{{paragraph}}”',
  gone: '段落“{{paragraph}}”已改动或已删除。',
  text: '批注',
  textMissing: '请先写批注。',
  send: '添加批注',
  sent: '批注已添加。',
  resolve: '已处理',
  resolveOne: '把{{name}}的批注标为已处理',
  resolved: '已处理',
  showResolved_other: '显示 {{count}} 条已处理的批注',
};

export const versions: Translated<typeof en.versions> = {
  title: '版本',
  back: '回到正文',
  none: '还没有较早的版本。',
  hint: '有人开始撰写、送审和发布时，都会保留一个版本。',
  why: { saved: '有人续写之前', submitted: '送审', published: '发布', restored: '恢复' },
  compare: '与现在比较',
  restore: '恢复',
  restored: '已恢复为该版本，之前的文字另存为一个版本。',
  left: '比较',
  right: '与',
  choose: '选择版本',
  now: '现在的文字',
  same: '两者相同。',
  what: '内容',
  before: '之前',
  after: '之后',
  timeline: '经过',
};

export const merge: Translated<typeof en.merge> = {
  title: '同一篇文章的两份文字',
  intro: '您撰写期间，{{name}}于 {{at}} 保存了这篇文章。双方的内容都没有丢失。只有一方改动之处，已经选好。',
  theirs: '对方的',
  mine: '您的',
  take: { theirs: '采用对方的', mine: '采用您的', both: '两者都用，对方的在前' },
  open: '双方都改过，请选择',
  missing: '请为每一处不同选定以哪个为准。',
  keep: '以此保存',
  later: '继续撰写，以后再决定',
  laterHint: '决定之前，您的内容不会保存，但保留在此窗口。',
  nothing: '无',
  none: '没有正文',
  cover: '图片 {{id}}',
  translation: '整篇译文',
  paragraphs: '正文',
  fields: {
    kind: '类型',
    author: '作者',
    cover: '封面',
    tags: '标签',
    category: '相关举报类别',
    sources: '出处',
    title: '标题',
    digest: '摘要',
    coverAlt: '封面内容',
    body: '正文',
  },
};

export const figures: Translated<typeof en.figures> = {
  title: '阅读数据',
  none: '还没有人读过。',
  day: '日期',
  views: '打开次数',
  total: '合计',
  hint: '打开次数：本线路上的文章页面被打开的次数，不记录是谁。',
  readers: '平台阅读人数',
  readersHint:
    '平台阅读人数：由平台统计的、在平台上读过这篇文章的人数，按平台的日期计，统计三十天。同一个人可能两栏都有。',
  unsaid: '平台还没有给出阅读人数。每天早上八点之后查询一次，共三十天。',
};

export const copy: Translated<typeof en.copy> = {
  title: '复制到平台',
  intro: '把带格式的{{lang}}正文放到剪贴板，供公众平台后台的编辑器使用。只有在这里连不上平台时才需要。',
  button: '复制正文',
  copied: '已复制，请到那里粘贴。',
  failed: '浏览器没有允许。请再按一次，并允许使用剪贴板。',
  pictures_other: '有 {{count}} 张图片须在那里手动上传',
  warn: '从这里发布的文章，请不要在平台自己的编辑器中打开：在那里保存会丢失格式。',
};

export const test: Translated<typeof en.test> = {
  intro: '文章会像发给关注者那样发到您自己的手机，其他人收不到。',
};
