/** What the form's page says before its script has begun, and without it. Both languages are originals. */
import type { PageLang } from '../reader-lang.js';

interface Words {
  readonly skip: string;
  readonly leave: string;
  readonly title: string;
  readonly danger: (number: string) => string;
  readonly takes: string;
  readonly notTakes: string;
  readonly sealed: string;
  readonly noScript: string;
  readonly waiting: string;
  readonly before: string;
  readonly beforeList: readonly string[];
  readonly protection: string;
  readonly protectionList: readonly string[];
  readonly leaving: string;
  readonly leavingText: readonly string[];
  readonly ways: string;
  readonly checking: string;
  readonly checkingText: string;
  readonly runs: string;
  readonly verify: string;
}

const zh: Words = {
  skip: '跳到正文',
  leave: '离开此页',
  title: '举报一件事',
  danger: (number) => `有人有危险，请先打 ${number}。这个页面没有人时刻守着，也叫不来人。`,
  takes: '这里收的是具体的事：有人做了什么、什么时候、在哪里，可能违法或会伤害到人。',
  notTakes: '一个人说什么、想什么、信什么、读什么、属于什么，这里不收，不记，也不统计。',
  sealed: '保密，并且先在浏览器里加密再发出。只有负责的少数人打得开，传送它的服务器打不开。',
  noScript:
    '填写要靠 JavaScript 在这个浏览器里把内容加密，现在它没有打开。可以打开 JavaScript 后重新载入，也可以用下面的电话、当面等方式举报。',
  waiting: '填写的部分正在载入。如果一直停在这里，可能是浏览器太旧或网络不通，请用下面的其他方式。',
  before: '开始之前',
  beforeList: [
    '大约十分钟，一次一个问题；不知道的可以不答。',
    '填写的内容只在这个页面里，不存进设备，所以不能中途保存：离开就没有了。',
    '发出后会得到一份二十个数字的回执，请备好纸笔。',
    '照片、录音、视频、文档都可以一起发，没有也不要紧。',
  ],
  protection: '能保护到哪里',
  protectionList: [
    '这里只说“保密”，不说“匿名”：服务器在应答时看得到连接的网络地址，但不保存。',
    '只有用 Tor 网络，或者用与本人无关的公用电脑来填，才谈得上匿名。',
    '不问是谁在举报，没有一题非要写名字。',
    '和举报放在一起的时间只记到哪一天。',
    '能看到这个屏幕，或者翻看浏览记录的人，会知道这个页面打开过。',
  ],
  leaving: '需要马上离开时',
  leavingText: [
    '按“离开此页”，或连按三次 Esc 键，会立刻换到一个普通网站，填写的内容随即清除。',
    '它清不掉浏览器的历史记录，事后请自己清除，或者用无痕窗口打开。',
  ],
  ways: '其他举报途径',
  checking: '查询进度',
  checkingText: '举报过的，可以用回执看进展和留言、补充或撤回。',
  runs: '谁在运营',
  verify: '怎样确认这个页面没有被改过',
};

const en: Words = {
  skip: 'Skip to the text',
  leave: 'Leave this page',
  title: 'Report something',
  danger: (number) =>
    `If somebody is in danger, call ${number} first. Nobody watches this page around the clock, and it cannot send help.`,
  takes: 'This line takes what somebody did, at a time and a place, that may break the law or harm people.',
  notTakes:
    'What a person says, thinks, believes, reads or belongs to is not taken, not written down and not counted.',
  sealed:
    'It is confidential, and sealed in this browser before it is sent. Only the few people who answer for it can open it; the server that carries it cannot.',
  noScript:
    'The form seals what you write in this browser, and for that it needs JavaScript, which is turned off. Turn it on and load the page again, or report by telephone or in person, as shown below.',
  waiting:
    'The form is being loaded. If this does not change, the browser may be too old or the connection too weak: please use one of the other ways below.',
  before: 'Before you begin',
  beforeList: [
    'It takes about ten minutes, one question at a time. What you do not know you can leave out.',
    'What you enter is in this page only and on no device, so it cannot be saved for later: leave, and it is gone.',
    'At the end you get a receipt of twenty digits. Have paper and a pen at hand.',
    'Pictures, sound, video and documents can go along. None is needed.',
  ],
  protection: 'How far this protects you',
  protectionList: [
    'We say confidential, not anonymous: while it answers, the server sees the network address you come from. It keeps none.',
    'It is anonymous only if you come over the Tor network, or from a shared machine that has nothing to do with you.',
    'Nobody asks who you are, and no question needs a name.',
    'Beside a report stands the day it came, and no time.',
    'Whoever sees this screen, or looks through the history of this browser, will know that the page was open.',
  ],
  leaving: 'If you have to be gone at once',
  leavingText: [
    '“Leave this page”, or the Escape key pressed three times, goes to an ordinary website and wipes what you entered.',
    'It cannot clear the history of the browser. Clear that yourself, or use a private window.',
  ],
  ways: 'Other ways to report',
  checking: 'Check a report',
  checkingText:
    'If you have reported before, your receipt shows how far it is and what was written to you, and lets you add something or withdraw.',
  runs: 'Who runs this line',
  verify: 'How to tell that this page was not changed',
};

export const words: Readonly<Record<PageLang, Words>> = { zh, en };
