/** Sending a report until it is answered: sealed anew only where the line refused what was sealed before. */
import { drawReceipt } from '../../questions/receipt.js';
import { asObject } from '../../vault/json.js';
import type { Body } from './ask.js';
import type { Core } from './core.js';
import { type ApiError, FilesUnfinished, isRefusal } from './errors.js';
import type { Files } from './files.js';
import { contentHash, type ReportSecrets, sealBody, type SealedBody } from './report-body.js';
import type { Content } from './report-items.js';
import type { StopSignal } from './ports.js';
import { day, text, whole } from './shape.js';
import { unlessStopped } from './stop.js';
import type { Token } from './ticket.js';

export interface Sent {
  /** twenty digits: the only thing a person has to copy */
  readonly receipt: string;
  /** eight digits */
  readonly caseNumber: string;
  readonly createdOn: string;
  /** the day by which a person will have read it */
  readonly dueOn: string;
  /** true: an earlier sending had arrived after all, and what it said is what counts, not what was changed since */
  readonly earlier: boolean;
}

/** Times that one sending answers refusals by sealing again or getting a ticket. */
const mostRounds = 6;

/** Refusals after which files are sent once more: under the present ticket the line does not have them. */
const uploadAgain = ['ticket.required', 'evidence.unknown', 'evidence.incomplete'];

export interface SendParts {
  readonly core: Core;
  readonly first: ReportSecrets;
  readonly token: Token;
  readonly files: Files;
  readonly stop: StopSignal;
}

export function createSendReport({ core, first, token, files, stop }: SendParts) {
  /** newest last; any of them may be the one that arrived */
  const bodies: SealedBody[] = [];
  let secrets = first;
  let stale = false;

  async function bodyOf(content: Content): Promise<SealedBody> {
    const facts = files.facts();
    const latest = bodies.at(-1);
    if (!stale && latest?.of === contentHash(core, content, facts)) return latest;
    const body = await unlessStopped(sealBody(core, secrets, content, facts), stop);
    bodies.push(body);
    stale = false;
    return body;
  }

  async function post({ json, receipt }: SealedBody): Promise<Omit<Sent, 'earlier'>> {
    const bearer = await unlessStopped(token.get(), stop);
    try {
      const read = (body: Body) => readSent(body, receipt);
      const path = '/reports';
      return await core.ask({ method: 'POST', path, token: bearer, json, status: 201, read, stop });
    } catch (error) {
      if (isRefusal(error, 'ticket.required')) token.drop(bearer);
      throw error;
    }
  }

  /** Another body is there under this id: one of ours, whose answer was lost. */
  async function findEarlier(taken: ApiError): Promise<Sent> {
    for (const body of bodies.slice(0, -1).reverse()) {
      try {
        return { ...(await post(body)), earlier: true };
      } catch (error) {
        if (!isRefusal(error, 'report.id_taken')) throw error;
      }
    }
    throw taken;
  }

  /** Puts right what the line refused. @throws the refusal itself, where nothing can be */
  async function mend(error: unknown): Promise<void> {
    if (isRefusal(error, 'report.readers_changed')) {
      await core.line(true);
      stale = true;
    } else if (isRefusal(error, 'report.receipt_taken')) {
      secrets = { ...secrets, receipt: drawReceipt((bytes) => core.ports.random(bytes)) };
      stale = true;
    } else if (uploadAgain.some((code) => isRefusal(error, code))) {
      const included = files.facts().length;
      await files.startOver();
      if (files.facts().length < included) throw unfinished(files);
    } else throw error;
  }

  return async (content: Content, onStep: (step: 'sealing' | 'sending') => void): Promise<Sent> => {
    for (let round = 1; ; round += 1) {
      onStep('sealing');
      const body = await bodyOf(content);
      onStep('sending');
      try {
        return { ...(await post(body)), earlier: false };
      } catch (error) {
        if (isRefusal(error, 'report.id_taken')) return findEarlier(error);
        if (round === mostRounds) throw error;
        await mend(error);
      }
    }
  };
}

function unfinished(files: Files): FilesUnfinished {
  return new FilesUnfinished(files.all().flatMap(({ state, name }) => (state === 'done' ? [] : [name])));
}

function readSent(body: Body, receipt: string): Omit<Sent, 'earlier'> | null {
  const { caseNumber, createdOn, dueOn } = asObject(body) ?? {};
  const read = whole({ caseNumber: text(caseNumber), createdOn: day(createdOn), dueOn: day(dueOn) });
  return read && { receipt, ...read };
}
