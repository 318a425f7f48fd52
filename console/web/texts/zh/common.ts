import type { Translated } from '../translated.js';
import type * as en from '../en/common.js';

export const common: Translated<typeof en.common> = {
  desk: '工作台',
  sample: '示例系统，非官方渠道',
  notices: '提示',
  skip: '跳到正文',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  goOn: '继续',
  copy: '复制',
  copied: '已复制',
  copyFailed: '此处不允许复制。请选中文字，手动复制。',
  loadMore: '显示更多',
  you: '本人',
  show: '显示',
  hide: '隐藏',
};

export const states: Translated<typeof en.states> = {
  loading: '正在载入',
  errorTitle: '没有成功',
  errorSafe: '没有任何改动，您填写的内容仍在此页。',
  errorDo: '请重试。如果一直这样，请告知本线路的运维人员，并提供此编号：{{requestId}}',
  errorDoPlain: '请重试。如果一直这样，请告知本线路的运维人员。',
  retry: '重试',
  offlineTitle: '连不上服务器',
  offlineSafe: '您填写的内容保留在此窗口，请不要关闭。',
  offlineDo: '页面会自动寻找服务器，连上之后接着进行。',
  offlineBand: '连不上服务器。您填写的内容保留在此窗口，页面会不断重试。',
  onlineAgain: '连接已恢复。',
  newer: '此页面有了新版本。请先保存手头的工作，再载入新版本。',
  newerReload: '载入新版本',
  notFoundTitle: '没有这个页面',
  notFoundText: '地址可能有误，或页面已移走。',
  notAllowedTitle: '您的账户不能查看此页',
  notAllowedText: '您的角色不包含此页。如有需要，请联系管理员调整。',
  nothingTitle: '您的角色暂时没有可用的页面',
  nothingText: '账户一切正常。相关页面完成后会出现在这里。',
  notYetTitle: '此页尚未上线',
  notYetText: '页面正在建设中，您的账户没有问题。',
  errorSummary: '请先看这里',
};

export const navigation: Translated<typeof en.navigation> = {
  label: '工作台',
  menu: '菜单',
  closeMenu: '关闭菜单',
  articles: '文章',
  review: '审核',
  calendar: '日历',
  notices: '教育日提醒',
  staff: '工作人员',
  jobs: '定时任务',
  audit: '审计日志',
  sessions: '我的登录',
  settings: '设置',
  keys: '快捷键',
  signOut: '退出登录',
  signedInAs: '当前用户：{{name}}',
  otherLanguage: 'English',
  home: '首页',
};

export const roles: Translated<typeof en.roles> = {
  editor: { name: '编辑', does: '撰写文章并送审' },
  handler: { name: '处理人', does: '处理交办的举报' },
  supervisor: { name: '主管', does: '分派工作，并作为复核的第二人' },
  auditor: { name: '审计员', does: '查看审计日志和统计数字，看不到内容' },
  administrator: { name: '管理员', does: '管理账户和设置，看不到内容' },
};

export const settings: Translated<typeof en.settings> = {
  title: '设置',
  intro: '只保存在此浏览器中。',
  language: '语言',
  zh: '中文',
  en: 'English',
  theme: '颜色',
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  version: '页面版本：{{version}}',
  keysTitle: '快捷键',
  letterKeys: '启用单字母快捷键',
  letterKeysHint: '如果您使用语音输入，或容易误触键盘，请关闭。',
};

export const keys: Translated<typeof en.keys> = {
  title: '快捷键',
  none: '此页没有专用的快捷键。',
  everywhere: '所有页面',
  here: '此页',
  off: '单字母快捷键已在设置中关闭。',
  help: '显示此列表',
  search: '转到搜索框',
  next: '列表中的下一项',
  previous: '列表中的上一项',
  open: '打开选中的一项',
  leave: '关闭窗口或菜单',
};
