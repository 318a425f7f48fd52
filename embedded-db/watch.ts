import { connect, type Socket } from 'node:net';
import type { Address } from './place.js';
import { encode } from './encode.js';
import { Splitter, writeReply } from './wire.js';
import { int } from './values.js';

const patienceMs = 2000;

/** Asks the server at an address for a hello. Answers the open connection, or undefined if nobody answers. */
export function greet(address: Address): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = 'path' in address ? connect(address.path) : connect(address.port, '127.0.0.1');
    const splitter = new Splitter();
    const give = (found: Socket | undefined): void => {
      if (!found) socket.destroy();
      socket.removeAllListeners('data').setTimeout(0);
      resolve(found);
    };
    socket.setTimeout(patienceMs, () => {
      give(undefined);
    });
    socket.on('error', () => {
      give(undefined);
    });
    socket.on('data', (chunk) => {
      if (splitter.push(chunk).next().done !== true) give(socket);
    });
    socket.write(writeReply(encode({ hello: int(1), $db: 'admin' }), 0, false));
  });
}
