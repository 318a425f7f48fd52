import type { Translated } from '../translated.js';
import type * as en from '../en/jobs.js';

export const page: Translated<typeof en.page> = {
  intro: '本线路自行完成的工作。每项任务只处理到期的事项：多运行一次无妨，这一次没做成的，下一次会接着做。',
  asOf: '截至 {{time}}。',
  resting: '截至 {{time}}。您在此页有操作时会继续更新。',
  refresh: '更新',
  emptyTitle: '本线路没有定时任务',
  emptyText: '这不应该发生，请告知运维人员。',
};

export const sections: Translated<typeof en.sections> = {
  label: '定时任务的各部分',
  jobs: '任务',
  letters: '未送达的信件',
};

export const attention: Translated<typeof en.attention> = {
  asleep_other: '已有 {{count}} 分钟没有运行任何任务。',
  asleepNever: '还没有运行过任何任务。',
  asleepText:
    '到期的事项都在等待，不会丢失；只要有一个进程带 jobs 角色运行，就会接着完成。没有设置 ROLES 的进程带有全部角色。请告知运维人员；在服务器上运行“npm run jobs -- list”，看到的与此页相同。',
  failing_other: '{{count}} 项任务最近一次运行失败：',
  failingText: '失败的任务都会自动重试。如果一直失败，运维人员可在日志的 job.failed 条目中查找原因。',
  held_other: '本线路处于暂停状态，{{count}} 项任务停止运行，相关事项都在等待。',
  letters_other: '有 {{count}} 封信件未能送达。',
  lettersMore: '有 {{count}} 多封信件未能送达。',
  lettersLook: '查看原因',
};

export const groups: Translated<typeof en.groups> = {
  sends: '对外发送',
  upkeep: '日常维护',
};

export const columns: Translated<typeof en.columns> = {
  job: '任务',
  last: '最近一次运行',
  figures: '找到、完成、失败',
  next: '下次运行',
  act: '手动',
};

export const every: Translated<typeof en.every> = {
  tick: '每分钟',
  hour: '每小时',
  day: '每天',
};

export const states: Translated<typeof en.states> = {
  well: '成功',
  failing: '失败',
  never: '尚未运行',
  held: '暂停中',
  late: '迟迟没有结束',
};

export const row: Translated<typeof en.row> = {
  took: '{{at}}，用时 {{took}}',
  figures: '找到 {{found}}，完成 {{done}}，失败 {{failed}}',
  nothing: '没有到期的事项',
  uncounted: '为保护举报人，不计数',
  uncountedFailed: '失败 {{failed}}，其余不计数',
  nextSoon: '一分钟之内',
  nextHeld: '放行之后',
  failedBefore: '上次失败：{{at}}',
  lateText: '仍在运行，或者卡住了。',
  run: '立即运行',
  runLabel: '立即运行：{{job}}',
  none: '–',
};

export const wanted: Translated<typeof en.wanted> = {
  asked: '{{time}} 已要求运行，一分钟之内开始，结果会显示在这里。',
  askedAsleep: '{{time}} 已要求运行，有进程运行任务时开始。',
  running: '已经开始运行。',
  ended: '您要求的运行（{{time}}）：{{state}}。',
  endedSpoken: '{{job}}已运行：{{state}}。',
};

export const took: Translated<typeof en.took> = {
  ms: '{{count}} 毫秒',
  seconds: '{{count}} 秒',
  minutes: '{{count}} 分钟',
};

export const letters: Translated<typeof en.letters> = {
  intro: '本线路用邮件或网络调用提醒工作人员前来查看。一直送不到的，尝试几次之后不再投递，留在这里等人处理。',
  deadTitle: '不再投递',
  waitingTitle: '仍在投递',
  emptyTitle: '信件全部送达',
  emptyText: '尝试几次仍未送达的信件会出现在这里，并注明原因。',
  deadNone: '没有放弃投递的信件。',
  what: '信件',
  when: '时间',
  tries: '次数',
  reason: '未送达的原因',
  act: '处理',
  ofDay: '{{day}}',
  next: '下次尝试：{{at}}',
  dueNow: '一分钟之内再次尝试',
  untried: '尚未尝试',
  retry: '重新投递',
  retryLabel: '重新投递：{{what}}',
  retried: '将在一分钟之内重新投递。',
  remove: '删除',
  removeLabel: '删除：{{what}}',
  removeTitle: '删除这封信件？',
  removeLost: '“{{what}}”不再投递。它所提醒的事项仍在工作台上。',
  removeButton: '删除信件',
  removed: '已删除。',
  empty: '全部删除',
  emptyAskTitle: '删除所有不再投递的信件？',
  emptyLost_other: '{{count}} 封信件不再投递。它们所提醒的事项仍在工作台上。',
  emptyLostMore: '{{count}} 多封信件不再投递。它们所提醒的事项仍在工作台上。',
  emptyType: '请输入“{{word}}”以继续',
  emptyWord: '删除',
  emptyMismatch: '请只输入“{{word}}”两个字。',
  emptyButton: '全部删除',
  emptied: '已全部删除。',
};
