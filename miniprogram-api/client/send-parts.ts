/** Brings a file's sealed parts to the line: asks what is there, sends what is missing, and has all of it compared. */
import type { Backend } from '../../vault/backend.js';
import { equal, toBase64url } from '../../vault/bytes.js';
import { partSize, sealPart } from '../../vault/evidence.js';
import { hash } from '../../vault/kdf.js';
import { hashInSlices } from '../../vault/part-hash.js';
import type { Ask, Body } from './ask.js';
import { type ApiError, FileChanged, isRefusal, Stopped } from './errors.js';
import type { FileSecrets } from './file-secrets.js';
import type { ByteSource, ClientPorts, StopSignal } from './ports.js';
import { count, list } from './shape.js';
import type { Slots } from './slots.js';
import { createStop, unlessStopped } from './stop.js';
import type { Token } from './ticket.js';

/** What all files of one report share. */
export interface Destination {
  readonly ask: Ask;
  readonly ports: ClientPorts;
  readonly backend: Backend;
  /** parts in memory at once */
  readonly slots: Slots;
  readonly reportId: string;
  readonly token: Token;
  /** a ticket is told which report it is for; a report's token knows, and what was sent under it outlives it */
  readonly of: 'ticket' | 'report';
}

export interface FileJob {
  readonly to: Destination;
  readonly source: ByteSource;
  readonly secrets: FileSecrets;
  readonly stop: StopSignal;
  /** a part was sealed, or one arrived */
  readonly onProgress: () => void;
}

/** Times that parts which did not arrive whole are sent again. */
const rounds = 4;
const evidence = '/reports/current/evidence';

/**
 * Sends a file whole. @throws ApiError, among them ticket.required and report.token_required (the token ran out) and
 * evidence.incomplete; NoConnection; FileChanged; Stopped
 */
export async function sendParts(job: FileJob, token: string): Promise<void> {
  await begin(job, token);
  for (let round = 1; ; round += 1) {
    await sendMissing(job, token);
    try {
      await complete(job, token);
      return;
    } catch (error) {
      if (!isRefusal(error, 'evidence.incomplete') || round === rounds) throw error;
      doubt(job.secrets, error);
    }
  }
}

/** Learns what is there: the line's word counts, but for parts whose hash is not known here. */
async function begin({ to, secrets, stop }: FileJob, token: string): Promise<void> {
  const { fileId, parts } = secrets;
  const reportId = to.of === 'ticket' ? { reportId: to.reportId } : {};
  const received = await to.ask({
    ...{ method: 'POST', path: evidence, token, status: 201, stop },
    json: { ...reportId, fileId, parts: parts.length },
    read: (body) => (body['fileId'] === fileId ? list(body['received'], count) : null),
  });
  for (const [n, part] of parts.entries()) part.accepted = part.hash !== null && received.includes(n);
}

/** All parts that are missing, two at work so that one is sealed while the other travels. One failed ends both. */
async function sendMissing(job: FileJob, token: string): Promise<void> {
  const missing = job.secrets.parts.flatMap((part, n) => (part.accepted ? [] : [n]));
  const stop = createStop();
  job.stop.onStop(() => {
    stop.stop();
  });
  const errors: unknown[] = [];
  const work = async (): Promise<void> => {
    try {
      for (let n = missing.shift(); n !== undefined; n = missing.shift())
        await sendPart({ ...job, stop }, token, n);
    } catch (error) {
      errors.push(error);
      stop.stop();
    }
  };
  // both are over before anybody draws another key
  await Promise.all([work(), work()]);
  if (errors.length > 0) throw errors[0];
}

function sendPart(job: FileJob, token: string, n: number): Promise<void> {
  return job.to.slots.run(() => sealAndSend(job, token, n));
}

async function sealAndSend(job: FileJob, token: string, n: number): Promise<void> {
  const { to, secrets, stop, onProgress } = job;
  if (stop.stopped) throw new Stopped();
  const part = secrets.parts[n];
  if (part === undefined) return;
  const bytes = await sealed(job, n);
  onProgress();
  try {
    const path = `${evidence}/${secrets.fileId}/parts/${n}`;
    await to.ask({ method: 'PUT', path, token, bytes, status: 204, stop, read: () => true });
  } catch (error) {
    // complete already: the answer to that was lost, and it will be given again
    if (!isRefusal(error, 'evidence.closed')) throw error;
  }
  part.accepted = true;
  onProgress();
}

/** A part, sealed. @throws FileChanged if it is not what it was when it was sealed before; Stopped */
async function sealed({ to, source, secrets, stop }: FileJob, n: number): Promise<Uint8Array> {
  const { fileId, key, parts } = secrets;
  const part = parts[n];
  const end = Math.min(source.size, (n + 1) * partSize);
  const plain = await unlessStopped(source.read(n * partSize, end), stop);
  if (part === undefined || plain.length !== end - n * partSize) throw new FileChanged();
  const place = { reportId: to.reportId, fileId, n, total: parts.length };
  // a mebibyte is sealed in one go: the page goes on before and after it
  await unlessStopped(to.ports.pause(0), stop);
  const bytes = sealPart(to.backend, () => part.nonce, key, place, plain);
  await unlessStopped(to.ports.pause(0), stop);
  const made = await unlessStopped(hashOf(to.ports, bytes), stop);
  if (part.hash !== null && !equal(part.hash, made)) throw new FileChanged();
  part.hash = made;
  return bytes;
}

/** A backend that was passed in is quick enough to do it at once. */
async function hashOf(ports: ClientPorts, bytes: Uint8Array): Promise<Uint8Array> {
  return ports.backend === undefined ? hashInSlices(bytes, ports) : hash(ports.backend, bytes);
}

async function complete({ to, secrets, stop }: FileJob, token: string): Promise<void> {
  const hashes = secrets.parts.map(({ hash }) => toBase64url(hash ?? new Uint8Array(0)));
  await to.ask({
    ...{ method: 'POST', path: `${evidence}/${secrets.fileId}/complete`, token, status: 200, stop },
    json: { hashes },
    read: (body) => (body['parts'] === hashes.length ? true : null),
  });
}

/** Takes back what is missing there or damaged. @throws ApiError the refusal itself, if it names no part */
function doubt({ parts }: FileSecrets, refused: ApiError): void {
  const named = (details: Body): readonly number[] =>
    [details['missing'], details['damaged']].flatMap((ns) => list(ns, count) ?? []);
  const again = named(refused.details).flatMap((n) => parts[n] ?? []);
  if (again.length === 0) throw refused;
  for (const part of again) part.accepted = false;
}
