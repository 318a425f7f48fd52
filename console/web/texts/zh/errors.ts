import type { Translated } from '../translated.js';
import type * as en from '../en/errors.js';

export const errors: Translated<typeof en.errors> = {
  session: {
    required: '您尚未登录。',
    refused: '姓名、口令与验证码对不上。',
  },
  access: { denied: '您的角色不允许这样做。如有需要，请联系管理员调整。' },
  invitation: { gone: '此邀请已被使用、已被撤回，或已过期。' },
  staff: {
    name_taken: '这里已经有人用了这个名字，请换一个。',
    unknown: '没有这个账户。列表可能已过时，请重新载入。',
    last_administrator: '这是最后一位管理员。请先让另一个人成为管理员。',
    code_wrong: '六位数字不对，请等下一组数字。',
  },
  limit: {
    sign_in: '尝试次数过多，请稍等片刻。',
    tests: '您今天的试看次数已用完，请明天再试。',
    reports: '此账号今天的举报次数已达上限。',
    tries: '试过的回执码过多，请一小时后再试。',
  },
  article: {
    unknown: '没有这篇文章。',
    slug_taken: '另一篇文章已经用了这个地址。',
    stale: '在此期间，有人保存了这篇文章。',
    step_refused: '文章目前的状态不允许这样做，请重新载入。',
    not_ready: '还缺少一些内容，暂时不能这样做。',
    own_review: '自己写的文章不能由自己批准。',
  },
  picture: {
    not_one: '此文件不是可用的图片。请选择 JPEG、PNG、WebP 或 GIF。',
    too_large: '图片太大：最多 20 MB、4000 万像素。',
    unknown: '这张图片已经不在了。',
  },
  holidays: { stale: '在此期间，有人录入了这一年。' },
  notice: {
    unknown: '没有这项教育日提醒。',
    stale: '在此期间，有人保存了这项提醒，或它的状态已经改变，请重新载入。',
    step_refused: '这项提醒目前的状态不允许这样做，请重新载入。',
    not_ready: '还缺少一些内容，暂时不能这样做。',
    own_review: '自己写的提醒不能由自己批准。',
    over_budget: '本月的群发次数已排满。请改期，或不用群发。',
  },
  send: {
    unknown: '没有这次发送，请重新载入。',
    step_refused: '发送的状态已经改变，不能再这样做，请重新载入。',
  },
  job: { unknown: '本线路没有这项任务。' },
  outbox: { unknown: '这封信件已经不在了：已送达，或已被删除。' },
  phone: {
    not_linked: '您还没有绑定手机，请先绑定。',
    refused: '平台没有接收，请稍后再试。',
  },
  report: {
    id_taken: '这份举报已经保存。',
    case_taken: '另一份举报已经用了这个案件编号。',
    receipt_taken: '另一份举报已经用了这个回执码。',
    receipt_wrong: '没有与此回执码对应的举报。',
    receipt_malformed: '回执码应为二十位数字。',
    closed: '这份举报已经结束，不再接收内容。',
    full: '这份举报的内容已达上限。',
    too_large: '内容超过一份举报的上限。',
    not_taken_here: '这里暂时不受理举报。',
    sealed_to_others: '这份举报没有向您加密。',
  },
  keyring: { untrusted: '本线路的密钥无法证明是自己的，请告知运维人员。' },
  evidence: { unreadable: '此文件无法读取。', too_large: '此文件太大。' },
  storage: {
    unavailable: '暂时连不上存储，请一分钟后再试。',
    unreadable: '存储中有内容无法读取，请告知本线路的运维人员。',
  },
  request: {
    invalid: '服务器无法理解发出的内容，请检查您填写的内容。',
    not_found: '它已经不在了。',
    too_large: '内容太大，无法发送。',
    method: '服务器不认识此请求，请重新载入页面。',
  },
  internal: { unexpected: '服务器出了问题，不是您的原因。' },
  here: {
    offline: '服务器没有答复。连接恢复后，请先看看是否已经完成，再决定要不要重试。',
    derive: '此浏览器未能算出证明，计算需要 64 MB 空闲内存。',
    unknown: '页面出了意料之外的问题。',
  },
};
