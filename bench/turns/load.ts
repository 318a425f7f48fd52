/** Deliveries against a server, as many at once as it is told, and what they cost. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Push {
  readonly path: string;
  readonly body: string;
}

export interface Measured {
  readonly perSecond: number;
  /** milliseconds */
  readonly p50: number;
  readonly p99: number;
  /** of the process that serves, a delivery; 0 where the system does not tell */
  readonly cpuMicros: number;
}

const atOnce = 32;

/** CPU seconds that a process has used, all its threads; Linux tells, elsewhere it stays 0. */
function cpuSeconds(pid: number): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** @throws Error for any answer but 200 */
function post(agent: Agent, url: string, { path, body }: Push): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method: 'POST', agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`answered ${String(response.statusCode)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Delivers all of them. @param pid the process that serves */
export async function measure(url: string, pid: number, all: readonly Push[]): Promise<Measured> {
  const times: number[] = [];
  // connections of its own: those of an earlier round may be closed by the server just when they are used
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const cpu = cpuSeconds(pid);
  const began = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    for (let item = all[next]; item !== undefined; item = all[next]) {
      next += 1;
      const sent = performance.now();
      await post(agent, url, item);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  const cpuMicros = ((cpuSeconds(pid) - cpu) * 1e6) / all.length;
  return { perSecond: all.length / seconds, p50: at(times, 0.5), p99: at(times, 0.99), cpuMicros };
}

/** The value below which this share of the values lies. */
export function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
