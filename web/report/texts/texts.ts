/** What the form says itself. Both languages are originals; the questions' own words come from the line. */
import type { Problem } from '../state/entry.js';
import type { ThreadState } from '../ports.js';

export interface Texts {
  readonly start: StartTexts;
  readonly form: FormTexts;
  readonly files: FileTexts;
  readonly summary: SummaryTexts;
  readonly receipt: ReceiptTexts;
  readonly check: CheckTexts;
  readonly thread: ThreadTexts;
  readonly trouble: TroubleTexts;
}

export interface StartTexts {
  readonly report: string;
  readonly goOn: string;
  readonly check: string;
  readonly loading: string;
  readonly notTaken: string;
  readonly notTakenWhy: string;
  readonly wechat: string;
  readonly wechatWhy: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyFailed: string;
}

export interface FormTexts {
  readonly back: string;
  readonly step: (n: number, total: number) => string;
  readonly optional: string;
  readonly why: string;
  readonly example: (words: string) => string;
  readonly goOn: string;
  readonly saveChange: string;
  readonly skip: string;
  readonly unknown: string;
  readonly agree: string;
  readonly agreeGoOn: string;
  readonly understood: (days: string) => string;
  readonly notUnderstood: string;
  readonly chooseDay: string;
  readonly charactersLeft: (n: number) => string;
  readonly problems: string;
  readonly problem: Readonly<Record<Problem, string>>;
  readonly fell: (labels: string) => string;
  /** what would be lost by leaving: answers and files */
  readonly lost: (answers: number, files: number) => string;
  readonly keptHere: string;
  readonly ended: string;
  readonly endedAgain: string;
  readonly toStart: string;
}

export interface FileTexts {
  readonly choose: string;
  readonly more: string;
  readonly help: (most: number, size: string) => string;
  readonly list: string;
  readonly cleaning: string;
  readonly sealing: string;
  readonly uploading: (percent: number) => string;
  readonly paused: (percent: number) => string;
  readonly failed: string;
  readonly done: string;
  readonly cleaned: string;
  readonly unchanged: string;
  readonly notPicture: string;
  readonly pause: (name: string) => string;
  readonly resume: (name: string) => string;
  readonly retry: (name: string) => string;
  readonly remove: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly pauseShort: string;
  readonly resumeShort: string;
  readonly retryShort: string;
  readonly removeShort: string;
  readonly tooLarge: (name: string, most: string) => string;
  readonly emptyFile: (name: string) => string;
  readonly tooMany: (most: number) => string;
  readonly underWay: (n: number) => string;
}

export interface SummaryTexts {
  readonly title: string;
  readonly help: string;
  readonly change: string;
  readonly changeOf: (label: string) => string;
  readonly skipped: string;
  readonly unknown: string;
  readonly agreed: string;
  readonly filesSafe: (safe: number, all: number) => string;
  readonly notSent: string;
  readonly send: string;
  readonly waiting: (n: number) => string;
  readonly waitAndSend: string;
  readonly sendWithout: (n: number) => string;
  readonly waitingNow: string;
  readonly remove: string;
  readonly removeTitle: string;
  readonly removeAsk: (answers: number, files: number) => string;
  readonly removeYes: string;
  readonly removeNo: string;
  readonly removed: string;
  readonly sending: string;
  readonly sendingHelp: string;
}

export interface ReceiptTexts {
  readonly title: string;
  readonly intro: string;
  readonly earlier: string;
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly print: string;
  readonly warn: string;
  readonly checkLabel: string;
  readonly checkHelp: string;
  readonly check: string;
  readonly wrong: string;
  readonly leave: string;
  readonly leaveTitle: string;
  readonly leaveAsk: string;
  readonly leaveYes: string;
  readonly leaveNo: string;
  readonly next: string;
  readonly readBy: (day: string) => string;
  readonly come: string;
  readonly ask: string;
  readonly clipboard: string;
  readonly saved: string;
  readonly left: string;
  readonly leftHelp: string;
  readonly gone: string;
  readonly printTitle: string;
  readonly printHow: (address: string) => string;
}

export interface CheckTexts {
  readonly title: string;
  readonly label: string;
  readonly help: string;
  readonly open: string;
  readonly opening: string;
  readonly problem: Readonly<Record<'empty' | 'incomplete' | 'digit' | 'unknown', string>>;
  readonly lost: string;
  readonly lostHelp: string;
}

export interface ThreadTexts {
  readonly title: string;
  readonly state: Readonly<Record<ThreadState, string>>;
  readonly stateLabel: string;
  readonly caseNumber: string;
  readonly caseHelp: string;
  readonly received: string;
  readonly readBy: string;
  readonly additions: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly keptUntil: string;
  readonly notShown: string;
  readonly messages: string;
  readonly none: string;
  readonly fromDesk: (day: string) => string;
  readonly verified: string;
  readonly notVerified: string;
  readonly notVerifiedHelp: string;
  readonly answerLabel: string;
  readonly answer: string;
  readonly answered: string;
  readonly add: string;
  readonly addLabel: string;
  readonly addHelp: string;
  readonly addSend: string;
  readonly added: string;
  readonly addFiles: string;
  readonly mayNot: string;
  readonly change: string;
  readonly changeHelp: string;
  readonly changeAct: string;
  readonly changed: string;
  readonly withdraw: string;
  readonly withdrawHelp: string;
  readonly withdrawAct: string;
  readonly withdrawTitle: string;
  readonly withdrawLost: readonly string[];
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly withdrawn: string;
  readonly dispute: string;
  readonly disputeHelp: string;
  readonly disputeLabel: string;
  readonly disputeAct: string;
  readonly disputed: string;
  readonly close: string;
  readonly closed: string;
  readonly refresh: string;
  readonly working: string;
}

export interface TroubleTexts {
  readonly title: string;
  readonly offline: string;
  readonly unsure: string;
  readonly again: string;
  readonly limitReports: (telephone: string) => string;
  readonly limitTries: (telephone: string) => string;
  readonly limitRequests: (telephone: string) => string;
  readonly nobodyReads: string;
  readonly tooLarge: string;
  readonly closed: string;
  readonly full: string;
  readonly expired: string;
  readonly other: string;
  readonly otherWays: string;
}
