import type { Translated } from '../translated.js';
import type * as en from '../en/notices-sends.js';

export const ledger: Translated<typeof en.ledger> = {
  title: '发送结果',
  waiting: '一分钟内开始发送。',
  begun: '{{at}} 开始',
  ended: '{{at}} 结束',
  late: '本线路当时没有运行，因此晚于计划开始。',
  total_other: '共 {{number}} 人',
  counting: '还在统计人数。',
  sent: '已发送',
  skipped: '未发送',
  doubt: '不明',
  left: '剩余',
  end: '预计 {{time}} 左右结束',
  endDay: '预计 {{at}} 左右结束',
  reasons: '未发送的原因',
  progress: '{{way}}：已处理 {{share}}%',
  stalled: '显示为发送中，但已有 {{count}} 分钟没有发出。定时任务可能没有运行；恢复后会从中断处继续。',
  closing: '{{at}} 之后不再发给任何人。',
};

export const sendStates: Translated<typeof en.sendStates> = {
  waiting: '等待中',
  sending: '发送中',
  paused: '已暂停',
  limited: '稍后继续',
  awaiting_admin: '待管理员确认',
  checking: '平台处理中',
  done: '已发送',
  cancelled: '已取消',
  missed: '已过时限',
  in_doubt: '结果不明',
  refused: '被退回',
};

export const sendMeans: Translated<typeof en.sendMeans> = {
  waiting: '一分钟内开始。',
  sending: '正在逐一发送。',
  paused: '有人点“继续”之前不会发送。继续后从上次发到的地方接着发，没有人会收到两次。',
  limited: '平台今天不再接受，{{at}} 自动继续。',
  limitedOver: '平台暂时不再接受，之后自动继续。',
  awaiting_admin: '公众号管理员须在手机上确认。',
  checking: '平台正在处理这次群发，结果会自动返回。',
  done: '能以此方式送达的人都已发送。',
  doneMass: '平台表示群发已完成。',
  cancelled: '已取消。已经发出的不会收回。',
  missed: '还没有全部发完，已过最晚时间。',
  in_doubt: '没有收到平台的答复，不清楚是否已发出。',
  refused: '平台没有再接受。',
};

export const admin: Translated<typeof en.admin> = {
  left: '确认时间还剩 {{time}}',
  until: '截至 {{at}}',
  spoken_other: '管理员确认的时间还剩大约 {{count}} 分钟。',
  over: '三十分钟已过。如果没有人确认，平台不会发送，可以再次提交。',
  how: '微信会在公众号管理员的手机上显示请求。没有确认就不会发送。',
};

export const sendActs: Translated<typeof en.sendActs> = {
  pause: '暂停',
  paused: '已暂停。此刻正在发送的仍会送达。',
  resume: '继续',
  resumed: '从上次发到的地方继续。',
  retry: '再次提交',
  retried: '正在再次提交平台。',
  cancel: '取消其余发送',
  cancelled: '其余发送已取消。',
  cancelTitle: '取消其余发送？',
  cancelLost_other: '已发出的不会收回。还有 {{number}} 人不会收到，取消后不能继续。',
  cancelLostMass: '尚未向平台提交。取消后不会再以此方式发送，也不能继续。',
  cancelType: '请输入“{{word}}”以确认',
  cancelWord: '取消',
  cancelMismatch: '请输入“{{word}}”两个字。',
};

export const doubt: Translated<typeof en.doubt> = {
  look: '请先查看，再选择。无论怎样选择，都不会自动重发。',
  mass: {
    place: '打开平台后台“内容与互动 › 发表记录”，查看群发。',
    what: '查找“{{title}}”。',
    time: '如果已发出，时间应在 {{at}} 之后不久。',
    sent: '已经发出',
    not: '没有发出',
    means: '选“已经发出”，记为已发送。选“没有发出”，记为未发送，在时限内可以再次提交。',
  },
  each: {
    place: '请问几位曾经授权一次的同事是否收到。',
    what: '收到的消息标题应为“{{title}}”。',
    time: '时间应在 {{at}} 之后不久。',
    sent: '记为已发送',
    not: '记为未发送',
    means_other: '涉及 {{number}} 人。无论怎样选择，都不会再发给他们：宁可少一次，不发两次。',
  },
  settled: '已记录。',
};

export const skips: Translated<typeof en.skips> = {
  no_consent: '没有剩余授权',
  unreachable: '已无法送达',
  '43101': '已在平台上取消授权',
  '43004': '已不再关注',
  '40003': '平台上已没有这个用户',
  '50002': '被平台限制',
  '50005': '已不再关注',
  left: '可能在取消之前已收到',
  failed: '本线路出错',
  window: '过了最晚时间才轮到',
  other: '平台没有接受，代码 {{code}}',
};

export const sendReasons: Translated<typeof en.sendReasons> = {
  '45028': '公众号在此期间的群发次数已用完。',
  '45065': '平台已有这次群发，没有发送第二次。',
  '45009': '当天对平台的调用次数已用完。',
  '45015': '平台目前不允许给他们发消息。',
  '47003': '平台的模板不接受这些文字，标题中可能有不允许的符号。',
  '40037': '平台已没有这个消息模板，须由运维人员重新设置。',
  '41030': '平台不认识所链接的页面。',
  '48001': '此公众号没有这项权限。',
  '48003': '公众号管理员须先同意一次群发协议。',
  over_budget: '排在前面的已占满公众号在此期间的群发次数，这次没有交给平台。',
  window: '已过最晚时间。',
  admin_silent: '三十分钟内没有管理员确认。',
  admin_refused: '公众号管理员拒绝了这次群发。',
  no_form: '本线路没有设置这种消息的模板，须由运维人员设置。',
  form_unfit: '文字不符合平台模板：有字段为空、太长，或含有不允许的内容。',
  form_changed: '发送期间模板有变。',
  no_article: '所链接的文章已不存在，或读者看不到。',
  no_cover: '所链接的文章没有封面，平台不接受没有封面的文章。',
  no_answer: '没有收到平台的答复。',
  unreachable: '无法连接平台，会自动重试。',
  storage: '暂时无法读写存储，会自动重试。',
  failed: '平台只说明发送失败。',
  held: '本线路曾暂停发送（例如从备份恢复之后）。请先核对已发到哪里，再继续。',
  no_account: '本线路没有公众号。',
  other: '平台代码：{{code}}',
};

export const over: Translated<typeof en.over> = {
  nothing: '没有发送任何内容。',
  ways: '各种方式',
};

export const speed: Translated<typeof en.speed> = {
  title: '速度',
  free: '按平台所能接受的速度',
  is_other: '每秒 {{count}} 条',
  label: '每秒最多几条',
  hint: '留空则按平台所能接受的速度发送。从下一条起生效。',
  wrong: '请填 1 至 10000 的整数，或留空。',
  button: '设定速度',
  set: '速度已设定。',
};
