import type { Translated } from '../translated.js';
import type * as en from '../en/notices-work.js';

export const move: Translated<typeof en.move> = {
  title: '改到另一个时间',
  button: '改动时间',
  done: '已改到 {{at}}。',
  later: '已改到 {{at}}：原先选的时间太近，来不及停止。',
  hint: '批准仍然有效。之后录入的节假日不会再改动这个时间。',
  hintDraft: '之后录入的节假日不会再改动这个时间。',
};

export const steps: Translated<typeof en.steps> = {
  submit: '确认并送审',
  submitted: '已确认并送审。',
  review: '审核',
  takeBack: '取回修改',
  takenBack: '已回到草稿。',
  approved: '已批准，到时间自动发送。',
  approve: '批准',
  return: '退回修改',
  returned: '已退回，回到草稿。',
  unscheduled: '已取消排期，回到草稿。',
  stop: '停止发送',
  stopped: '已停止。没有发送任何内容，回到草稿。',
  cancelled: '已取消本次提醒。',
  reopen: '恢复为草稿',
  reopened: '已恢复为草稿。',
  move: '改到另一个时间',
  settle: '说明结果',
};

export const state: Translated<typeof en.state> = {
  draft: '编辑确认文字、发送方式和时间，另一人批准。在此之前不会发送。',
  reader: '等待编辑确认。',
  in_review: '由没有参与撰写的人审核。',
  sentBy: '{{name}}于 {{at}} 确认',
  scheduled: '到时间自动发送。发送前十分钟仍可在此停止。',
  approvedBy: '{{name}}批准',
  cancelled: '本次提醒已取消，不影响明年。',
  missed: '时间已过，没有发送任何内容。',
  missedWhy: {
    not_confirmed: '没有人及时确认并批准。',
    window: '已批准，但直到最晚时间，本线路都没有运行。',
  },
  missedDo: '可以恢复为草稿，新的时间最早为十分钟之后。',
  fell: {
    return: '{{name}}退回了这份提醒。',
    stop: '{{name}}在发送前停止了它。',
    unschedule: '{{name}}取消了排期。',
    reopen: '{{name}}将它恢复为草稿。',
    holidays: '节假日有变，日子已改，须重新确认。',
    rule: '规则不再包含这一天，须重新确认或取消。',
    at_rest: '所属的日子已停用。',
  },
};

export const hold: Translated<typeof en.hold> = {
  title: '距离发送',
  now: '即刻',
  spoken_other: '大约 {{count}} 分钟后发送，现在仍可停止。',
  mayNot: '编辑或主管可以停止。',
  hint: '在此之前，工作台以外没有人看到。',
};

export const reviewing: Translated<typeof en.reviewing> = {
  title: '审核',
  own: '由您最后撰写或确认，须由另一个人批准。',
  editorsFirst: '只有在没有其他编辑可以批准时，才由主管批准；目前有编辑可以批准。',
  checks: '我已读过中文和英文，确认',
  missing: '请勾选全部三项，或退回修改。',
  note: '退回时的说明',
  noteHint: '写明要改什么。会显示在经过中，供同事查看。',
};

export const checks: Translated<typeof en.checks> = {
  names_no_real_person: '没有出现真实人物，也无法认出是谁',
  no_opinion_or_membership: '不涉及观点、信仰或所属团体',
  poses_as_no_authority: '没有冒充机关或平台',
};

export const cancel: Translated<typeof en.cancel> = {
  title: '取消本次提醒？',
  lost: '这一天将不会发送。文字保留在此，明年的提醒不受影响。',
  type: '请输入“{{word}}”以确认',
  word: '取消',
  mismatch: '请输入“{{word}}”两个字。',
  button: '取消本次提醒',
};

export const stale: Translated<typeof en.stale> = {
  title: '文字有两个版本',
  text: '您撰写期间，{{name}}于 {{at}} 保存了这份提醒。双方的内容目前都还在。',
  profile: '系统',
  theirs: '对方的',
  mine: '您的',
  takeTheirs: '采用对方的',
  takeMine: '以您的为准保存',
  same: '文字相同，发送方式或文章不同。',
};

export const phone: Translated<typeof en.phone> = {
  label: '手机上的样子',
  open: '预览',
  tabs: { message: '订阅消息', mass: '群发', lock: '锁屏' },
  notes: {
    message: '授权一次的人收到的样子，外框由平台决定。',
    mass: '关注者在与公众号的对话中看到的样子。',
    massArticle: '关注者看到的样子：所链接文章的卡片。',
    lock: '手机不解锁也能看到这些。请用一个让旁人看到也无妨的标题。',
  },
  off: '没有选择这种方式。',
  sentIn: {
    zh: '平台消息以中文发送，这里是另一种语言的样子。',
    en: '平台消息以英文发送，这里是另一种语言的样子。',
  },
  app: { zh: '微信', en: 'WeChat' },
  service: { zh: '服务通知', en: 'Service notifications' },
  kind: { zh: '教育日提醒', en: 'Education day' },
  fields: {
    zh: { what: '主题', on: '日期', note: '说明' },
    en: { what: 'About', on: 'Date', note: 'Note' },
  },
  details: { zh: '查看详情', en: 'View details' },
  noTitle: '尚无标题',
  noText: '尚无正文',
};

export const timeline: Translated<typeof en.timeline> = {
  title: '经过',
  byLine: '系统自动',
  by: '{{name}}',
  events: {
    create: '生成草稿',
    edit: '有修改',
    submit: '确认并送审',
    return: '退回修改',
    approve: '批准',
    reschedule: '改动时间',
    unschedule: '取消排期',
    move: '回到草稿：日子或设置有变',
    calendar: '当年节假日已录入或撤回',
    hold: '即将发送，仍可停止',
    stop: '停止发送',
    go: '开始发送',
    pause: '暂停',
    resume: '继续',
    finish: '全部发送完毕',
    fall_short: '没有全部发送',
    doubt: '没有收到平台的答复',
    refuse: '被平台退回',
    miss: '时间已过',
    retry: '再次尝试',
    settle: '有人查看后说明了结果',
    cancel: '取消',
    reopen: '恢复为草稿',
    other: '有改动',
  },
};

export const missing: Translated<typeof en.missing> = { title: '请先改好以下各项' };

export const test: Translated<typeof en.test> = {
  intro: '这份提醒所链接的文章会发到您自己的手机，其他人收不到任何内容。',
  noArticle: '还没有链接文章，请先选择。',
};
