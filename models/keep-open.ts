import type { Connection } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the driver may look for a lost server by itself: it carries calls over that were under way. */
const searching = 3_000;
/** How long every connection of the pool may be out at once while others wait for one. */
const waiting = 10_000;
const pause = 500;

/**
 * Opens the connection anew where the driver does not find its way back, until its owner closes it.
 *
 * mongodb 7.8 waits for ever for a write begun just when the other side has hung up: a socket that has ended says
 * neither `drain` nor `error`. If it is the heartbeat's, the server stays unknown; if a call's, the pool has one less.
 */
export function keepOpen(connection: Connection, open: () => Promise<unknown>): void {
  let reopening = false;
  let ended = false;
  const lost = alarm(searching, () => void reopen());
  const stuck = alarm(waiting, () => void reopen());
  const calm = (): void => {
    lost.clear();
    stuck.clear();
  };

  const reopen = async (): Promise<void> => {
    if (reopening || ended) return;
    reopening = true;
    calm();
    for (let opened = false; !opened;) {
      try {
        await connection.close(); // by force it would be closed for good
        await open();
        opened = true;
      } catch {
        await sleep(pause, undefined, { ref: false });
      }
    }
    watch();
    reopening = false;
  };
  const watch = (): void => {
    const client = connection.getClient();
    client.on('topologyDescriptionChanged', ({ newDescription }) => {
      const servers = [...newDescription.servers.values()];
      if (servers.some(({ type }) => type !== 'Unknown')) lost.clear();
      else lost.set();
    });
    client.on('connectionCheckOutFailed', ({ reason }) => {
      if (reason === 'timeout') stuck.set();
    });
    client.on('connectionCheckedIn', stuck.clear);
  };

  connection.on('close', () => {
    if (reopening) return;
    ended = true;
    calm();
  });
  watch();
}

function alarm(ms: number, ring: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (): void => {
      timer ??= setTimeout(ring, ms).unref();
    },
    clear: (): void => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
