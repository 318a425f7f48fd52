/** What staff read, in both languages. Never a subject, a number or the kind of a report: a mail is read by anybody. */
import type { AlertKind } from '../../domain/alerts/alert.js';
import type { Params } from '../../domain/outbox/letter.js';

type Said = (params: Params) => string;
interface Texts {
  readonly subject: string;
  readonly body: Said;
}

const plain =
  (text: string): Said =>
  () =>
    text;
const param = (params: Params, name: string): string => String(params[name] ?? '');

const zh: Readonly<Record<AlertKind, Texts>> = {
  work: { subject: '受理台有待办事项', body: plain('受理台有待办事项，请登录查看。') },
  calendar_unconfirmed: {
    subject: '节假日安排待确认',
    body: (p) =>
      `${param(p, 'year')} 年的节假日安排尚未确认。请编辑对照国务院办公厅的通知，在通知日历中录入放假和调休日期。`,
  },
  admin_needed_tomorrow: {
    subject: '明天需要管理员确认群发',
    body: plain('明天有一次群发。提交后，公众号管理员须在三十分钟内用微信确认，请提前安排。'),
  },
  admin_needed_now: {
    subject: '现在需要管理员确认群发',
    body: plain('群发已经提交，公众号管理员须在三十分钟内用微信确认，逾期作废。'),
  },
  held: {
    subject: '计划发送已全部暂停',
    body: (p) =>
      param(p, 'why') === 'restored'
        ? '这条举报线的数据库是从备份恢复的，计划中的内容一律暂停，以免重复发送。请先核对哪些已经发出，再到工作台的“定时任务”页放行。'
        : '这条举报线的数据库像是一份副本，计划中的内容一律暂停，以免重复发送。请先确认只有这一处在运行，再到工作台的“定时任务”页放行。',
  },
  job_failing: {
    subject: '一项定时任务连续失败',
    body: (p) =>
      `定时任务“${param(p, 'job')}”已连续失败三次，仍会继续重试。请到工作台的“定时任务”页查看原因。`,
  },
  send_in_doubt: {
    subject: '一次发送结果不明',
    body: plain(
      '平台没有回应一次发送，不知道是否已经发出，系统不会重发。请到公众平台核对，再到工作台登记结果。',
    ),
  },
};

const en: Readonly<Record<AlertKind, Texts>> = {
  work: {
    subject: 'there is work on the desk',
    body: plain('There is work on the desk. Please sign in and look.'),
  },
  calendar_unconfirmed: {
    subject: 'holidays to be confirmed',
    body: (p) =>
      `The holidays of ${param(p, 'year')} are not confirmed yet. An editor enters the State Council’s notice in the calendar of notices: days off and days worked instead.`,
  },
  admin_needed_tomorrow: {
    subject: 'tomorrow an administrator has to confirm',
    body: plain(
      'A mass message goes out tomorrow. Once it is submitted, an administrator of the account has 30 minutes to confirm it in WeChat: please arrange for it.',
    ),
  },
  admin_needed_now: {
    subject: 'an administrator has to confirm now',
    body: plain(
      'A mass message was submitted. An administrator of the account has 30 minutes to confirm it in WeChat; after that it lapses.',
    ),
  },
  held: {
    subject: 'everything planned is on hold',
    body: (p) =>
      param(p, 'why') === 'restored'
        ? 'The database of this line came from a backup. Everything planned is on hold, so that nothing goes out twice. See what has gone out already, then release it in the console, on the page of jobs.'
        : 'The database of this line seems to be a copy. Everything planned is on hold, so that nothing goes out twice. Make sure that it runs in this place alone, then release it in the console, on the page of jobs.',
  },
  job_failing: {
    subject: 'a job keeps failing',
    body: (p) =>
      `The job ${param(p, 'job')} failed three times in a row; it is still being tried. The console’s page of jobs says why.`,
  },
  send_in_doubt: {
    subject: 'a send is in doubt',
    body: plain(
      'The platform did not answer a send: nobody knows whether it went out, and it is not sent again. Look on the platform, then write down in the console what you found.',
    ),
  },
};

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The mail about an alert: both languages, and where the console is. `name`: the line's. */
export function alertMail(
  kind: AlertKind,
  params: Params,
  line: { readonly name: Readonly<Record<'zh' | 'en', string>>; readonly consoleUrl: string },
): Mail {
  return {
    subject: `${line.name.zh}：${zh[kind].subject} / ${line.name.en}: ${en[kind].subject}`,
    text: [
      ...[zh[kind].body(params), '', en[kind].body(params), '', line.consoleUrl, ''],
      '本邮件由系统自动发出，不含任何举报内容，请勿回复。',
      'This mail was written by the line itself and holds nothing of any report. Please do not answer it.',
      '',
    ].join('\n'),
  };
}
