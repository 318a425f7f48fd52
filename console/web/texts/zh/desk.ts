import type { Translated } from '../translated.js';
import type * as en from '../en/desk.js';

export const saving: Translated<typeof en.saving> = {
  changed: '尚未保存',
  saving: '正在保存',
  justNow: '刚刚已保存',
  seconds: '{{count}} 秒前已保存',
  minutes_other: '{{count}} 分钟前已保存',
  offline: '未保存：没有连接。内容保留在此页，会自动重试。',
  ended: '未保存：已退出登录。内容保留在此页，重新登录后保存。',
  stale: '未保存：在此期间另有人保存过。',
  closed: '未保存：在此期间已进入下一步。您写的内容保留在此页，请复制，或请人退回。',
  refused: '未保存。',
  tooLong: '正文太长，服务器不接收。请缩短，或分成两篇。',
  again: '再次保存',
  decide: '决定以哪个为准',
  before: '此页的内容未能保存，因此没有进行这一步。请看上方。',
};

export const leave: Translated<typeof en.leave> = {
  title: '不保存就离开吗？',
  text: '您写的内容未能保存。现在离开，内容就会丢失。',
  stay: '留在此页',
  go: '离开并放弃内容',
};

export const moment: Translated<typeof en.moment> = {
  inZone: '{{at}}（{{zone}} 时间）。',
  here: '按您所在的 {{zone}}，是 {{at}}。',
};

export const phone: Translated<typeof en.phone> = { dark: '深色' };

export const test: Translated<typeof en.test> = {
  title: '发测试给我',
  notAvailable: '本线路没有可以发送测试的公众号。',
  link: '关联我的手机',
  scan: '请用接收测试的手机在微信中扫码，并关注公众号。',
  code: '用于关联手机的二维码',
  waiting: '等待扫码。二维码有效至 {{at}}。',
  linked: '您的手机自 {{day}} 起已关联。',
  send: '发送测试',
  sent: '已发送，一分钟内会出现在与公众号的对话中。',
  unlink: '解除关联',
  notLinked: '您的手机已不再关联，请重新关联。',
  limit: '今天的测试次数已用完，每天二十次。',
  refused: '平台没有接受。平台代码：{{code}}',
  warn: '请不要用在这里关联的手机举报：平台和工作台都知道它是谁的。',
};
