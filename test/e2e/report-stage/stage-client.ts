/** A line without a network: it does what the test says, and shows the test what it was told. */
import { ApiError, NoConnection } from '../../../miniprogram-api/client/errors.js';
import type { Client, OpenedThread, ReportInProgress } from '../../../web/report/ports.js';
import { stageReceipt, type StageSettings } from './settings.js';
import { StageUpload } from './stage-upload.js';

/** What the page told it, for the test to look at. */
export interface Told {
  readonly sent: unknown[];
  readonly added: { readonly text: string; readonly answers: string | null }[];
  readonly wiped: string[];
  /** at which step it was told to prepare the sending */
  readonly prepared: string[];
  readonly uploads: StageUpload[];
}

const refused = (code: string): Error => new ApiError(code, 429, { telephone: '12339' });

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

export function stageClient(settings: StageSettings, told: Told): Client {
  const both = (zh: string, en: string) => ({ zh, en });
  const sends = [...settings.sends];
  return {
    line: async () => ({
      name: both('示例', 'Sample'),
      ways: [{ kind: 'phone', name: both('电话', 'Telephone'), value: '12339', note: null }],
      telephone: settings.telephone,
      emergency: settings.emergency,
      today: settings.today,
      takesReports: settings.takesReports,
      limits: { reportBytes: 60_000, additionBytes: 4000, files: 3, fileBytes: 31_457_280 },
    }),
    questions: async () => ({ graph: settings.graph, texts: settings.texts }),
    begin: () => report(settings, told, sends),
    open: async (receipt) => {
      await soon();
      return receipt === stageReceipt ? thread(settings, told) : null;
    },
  };
}

function report(
  settings: StageSettings,
  told: Told,
  sends: ('lost' | 'limit' | 'nobody')[],
): ReportInProgress {
  let files: StageUpload[] = [];
  return {
    files: () => files,
    addFile(source, about) {
      const upload = new StageUpload(source, about, settings.files);
      files = [...files, upload];
      told.uploads.push(upload);
      return upload;
    },
    removeFile(upload) {
      files = files.filter((each) => each !== upload);
    },
    prepare() {
      told.prepared.push(document.querySelector('.step')?.textContent ?? '');
    },
    async send(answers, options) {
      await soon();
      told.sent.push({ ...answers, ...options, files: files.map(({ name, state }) => ({ name, state })) });
      const fate = sends.shift();
      if (fate === 'lost') throw new NoConnection();
      if (fate === 'limit') throw refused('limit.reports');
      if (fate === 'nobody') throw refused('report.not_taken_here');
      return { receipt: stageReceipt, dueOn: '2027-04-20', earlier: settings.earlier };
    },
    wipe() {
      told.wiped.push('report');
    },
  };
}

function thread({ thread: given, files }: StageSettings, told: Told): OpenedThread {
  let { state } = given;
  let additions = 0;
  const open = (): boolean => state === 'received' || state === 'read';
  return {
    caseNumber: '12345678',
    receivedOn: '2027-04-15',
    dueOn: '2027-04-20',
    keptUntil: given.outcome === null ? null : '2027-07-20',
    outcome: given.outcome,
    messages: given.messages,
    get state() {
      return state;
    },
    get additions() {
      return additions;
    },
    get mayAdd() {
      return open();
    },
    get mayWithdraw() {
      return open();
    },
    get mayDispute() {
      return state === 'closed';
    },
    async add(text, answers) {
      await soon();
      told.added.push({ text, answers: answers ?? null });
      additions += 1;
    },
    addFile: (source, about) => new StageUpload(source, about, files),
    async withdraw() {
      await soon();
      state = 'withdrawn';
    },
    async dispute(text) {
      await soon();
      told.added.push({ text, answers: 'dispute' });
    },
    changeReceipt: async () => stageReceipt,
    refresh: soon,
    close() {
      told.wiped.push('thread');
    },
  };
}
