import type { Texts } from './texts.js';
import { enThread } from './en-thread.js';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const en: Texts = {
  ...enThread,
  start: {
    report: 'Report something',
    goOn: 'Go on with the report',
    check: 'Check a report',
    loading: 'The questions are on their way…',
    notTaken: 'No reports can be taken on this page at the moment',
    notTakenWhy:
      'Nobody could open a report just now, so the form does not let anyone begin one. Please use one of these ways instead.',
    wechat: 'This page is open inside WeChat',
    wechatWhy:
      'WeChat can then see that it was opened. To be seen less, copy the link and open it in the browser of the phone. You can also go on here: what you write is sealed all the same.',
    copyLink: 'Copy the link',
    copied: 'The link is copied. Open a browser and paste it there.',
    copyFailed: 'The link could not be copied. This is it:',
  },
  form: {
    back: 'Back',
    step: (n, total) => `Question ${n} of about ${total}`,
    optional: 'This one may be left out.',
    why: 'Why we ask',
    example: (words) => `For example: ${words}`,
    goOn: 'Continue',
    saveChange: 'Save the change',
    skip: 'Leave this one out',
    unknown: 'I don’t know',
    agree: 'I have told it as I know it, and I agree',
    agreeGoOn: 'Agree and continue',
    understood: (days) => `Understood as ${days}.`,
    notUnderstood: 'Kept in your own words.',
    chooseDay: 'Or choose a day (optional)',
    charactersLeft: (n) => (n >= 0 ? `Room for about ${n} more letters` : `About ${-n} letters too many`),
    problems: 'There is something to look at',
    problem: {
      empty: 'Write a few words. Whatever you know is enough.',
      short: 'Say a little more: what was done, and how you noticed.',
      future:
        'That day is still to come. Give a time that has passed, or the day on which you learned of it.',
      choose: 'Choose one of these. If you are unsure, take the nearest.',
      agree: 'Tick the box if you agree. If you do not, nothing is sent, and you can leave at any time.',
      long: 'This is more than one report can hold. Shorten it a little; you can add the rest later with your receipt.',
    },
    fell: (labels) => `After this change, these answers no longer belong and have been removed: ${labels}.`,
    lost: (answers, files) =>
      `If you leave or reload this page, ${[
        count(answers, 'answer', 'answers'),
        ...(files > 0 ? [count(files, 'file', 'files')] : []),
      ].join(' and ')} will be lost.`,
    keptHere: 'What you enter is kept in this page only, and on no device.',
    ended: 'This is not taken here',
    endedAgain: 'Report something else',
    toStart: 'To the first page',
  },
  files: {
    choose: 'Choose files',
    more: 'Choose more files',
    help: (most, size) =>
      `Pictures, sound, video or documents: at most ${most} files of ${size} each. Each one is sealed in this browser before it is sent. Where and with what it was taken is removed from a JPEG, PNG or WebP picture first; of any other file we say that it was not.`,
    list: 'Your files',
    cleaning: 'Getting ready',
    sealing: 'Being sealed',
    uploading: (percent) => `${percent} % sent`,
    paused: (percent) => `Paused at ${percent} %`,
    failed: 'Not sent: the connection was lost',
    done: 'Safe: sealed, sent and checked',
    cleaned: 'Place, camera and names were removed from the picture.',
    unchanged:
      'This kind of file cannot be cleaned here. It may hold a place, a device or a name; those who read it will see them.',
    notPicture: 'Documents and recordings are sent as they are, with whatever they say about their making.',
    pause: (name) => `Pause ${name}`,
    resume: (name) => `Go on with ${name}`,
    retry: (name) => `Try again: ${name}`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `${name} was removed.`,
    pauseShort: 'Pause',
    resumeShort: 'Go on',
    retryShort: 'Try again',
    removeShort: 'Remove',
    tooLarge: (name, most) => `${name} is larger than ${most}. Send a shorter or smaller copy.`,
    emptyFile: (name) =>
      `${name} has nothing in it. If it lies in a cloud, let the phone download it first, then choose it again.`,
    tooMany: (most) => `There is room for ${most} files, and all places are taken.`,
    underWay: (n) =>
      n === 1
        ? 'One file is still on its way. You can go on; it keeps being sent.'
        : `${n} files are still on their way. You can go on; they keep being sent.`,
  },
  summary: {
    title: 'Check your answers',
    help: 'Nothing has been sent yet, and nothing will be until you press the button below.',
    change: 'Change',
    changeOf: (label) => `Change: ${label}`,
    skipped: 'Left out',
    unknown: 'Not known',
    agreed: 'Agreed',
    filesSafe: (safe, all) =>
      all === 0 ? 'None' : safe === all ? `${count(all, 'file', 'files')}, safe` : `${safe} of ${all} safe`,
    notSent: 'Not sent yet',
    send: 'Send the report',
    waiting: (n) =>
      n === 1
        ? 'One file is still on its way. The report goes off as soon as it is safe.'
        : `${n} files are still on their way. The report goes off as soon as they are safe.`,
    waitAndSend: 'Send when the files are safe',
    sendWithout: (n) => (n === 1 ? 'Send now, without that file' : `Send now, without these ${n} files`),
    waitingNow: 'Waiting for the files. The report will be sent by itself.',
    remove: 'Delete it all, do not send',
    removeTitle: 'Delete it all?',
    removeAsk: (answers, files) =>
      `${[count(answers, 'answer', 'answers'), ...(files > 0 ? [count(files, 'file', 'files')] : [])].join(
        ' and ',
      )} will be destroyed. Nothing has been sent, and nothing can be brought back.`,
    removeYes: 'Delete it all',
    removeNo: 'Keep it and go back',
    removed: 'Everything has been destroyed. Nothing was sent.',
    sending: 'Your report is being sealed and sent',
    sendingHelp: 'This takes a few seconds. Please leave the page open.',
  },
  receipt: {
    title: 'Your report has been sent',
    intro: 'This is your receipt. Write it on paper now: it is the only way back to your report.',
    earlier:
      'Your first try had arrived after all. It counts as it was then; what you changed since is not in it. With the receipt you can add that.',
    label: 'Receipt',
    copy: 'Copy',
    copied: 'Copied. The clipboard keeps it until something else is copied.',
    copyFailed: 'It could not be copied. Please write it down.',
    print: 'Print',
    warn: 'It cannot be shown again, replaced or looked up. Whoever has it can read our replies, though not your report. Please take no picture of it: pictures end up in albums and clouds.',
    checkLabel: 'The last four digits, from your paper',
    checkHelp: 'So that you know it is written down rightly.',
    check: 'Check the digits',
    wrong: 'These are not the last four digits. Compare what you wrote with the receipt above.',
    leave: 'Go on without writing it down',
    leaveTitle: 'Go on without the receipt?',
    leaveAsk:
      'Your report is here and a person will read it. But you will not be able to see replies, add anything, or withdraw.',
    leaveYes: 'Go on without the receipt',
    leaveNo: 'Back to the receipt',
    next: 'What happens next',
    readBy: (day) => `A person will have read your report by ${day}.`,
    come: 'Come back then, choose “Check a report” and type the receipt. Nobody will come to you.',
    ask: 'There you see how far it is and what was written to you. You can answer, add something, or withdraw.',
    clipboard: 'If you copied the receipt, copy something else now.',
    saved: 'It matches. You have your receipt',
    left: 'Your report is here',
    leftHelp: 'It goes its way without a receipt. To add something, make a new report.',
    gone: 'This page has forgotten the receipt and everything you entered.',
    printTitle: 'Receipt',
    printHow: (address) =>
      `To see replies, add something or withdraw: ${address}, “Check a report”. Keep this paper where nobody looks for it. It cannot be replaced.`,
  },
};
