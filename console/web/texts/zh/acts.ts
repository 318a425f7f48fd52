import type { Translated } from '../translated.js';
import type * as en from '../en/acts.js';

export const acts: Translated<typeof en.acts> = {
  session: { begin: '登录', end: '结束登录', refused: '登录被拒' },
  invitation: { offer: '在邀请中给出角色：{{role}}', accept: '接受邀请', end: '撤回邀请' },
  staff: {
    grant: '授予角色：{{role}}',
    withdraw: '取消角色：{{role}}',
    recover: '使用恢复码',
    reset: '重设账户',
    end: '停用账户',
  },
  audit: { read: '查看审计日志' },
  article: {
    create: '新建文章',
    edit: '修改文章',
    restore: '恢复旧版本',
    submit: '文章送审',
    return: '文章退回',
    approve: '批准文章',
    reschedule: '改动发布时间',
    unschedule: '取消发布安排',
    stop: '停止发布',
    withdraw: '撤下文章',
    retry: '让平台重试',
    confirm: '确认文章已发布',
    fall_short: '认定文章仅部分发布',
  },
  phone: { link: '绑定手机', unlink: '解除手机绑定' },
  picture: { upload: '上传图片' },
};
