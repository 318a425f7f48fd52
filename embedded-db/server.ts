import { createServer, type Server, type Socket } from 'node:net';
import { encode } from './encode.js';
import type { Command, Engine } from './engine.js';
import { MongoError } from './errors.js';
import { execute, failure, handlerOf } from './execute.js';
import { Deadline } from './find.js';
import { Queue } from './queue.js';
import { asString, integer } from './values.js';
import { readRequest, requestId, Splitter, writeReply, type Request } from './wire.js';

/** Speaks MongoDB's wire protocol on every connection of a listening socket. */
export class WireServer {
  private readonly sockets = new Set<Socket>();
  private readonly queue: Queue;
  private readonly server: Server;

  constructor(private readonly engine: Engine) {
    this.queue = new Queue(engine);
    this.server = createServer((socket) => {
      this.serve(socket);
    });
  }

  /** Resolves when connections are taken; rejects with the system's error. */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(path, resolve);
    });
  }

  /** Takes no more connections, answers what is waiting and hangs up. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    await new Promise<void>((resolve) => {
      this.queue.add({
        writes: false,
        apart: false,
        run: () => Buffer.alloc(0),
        done: () => {
          resolve();
        },
      });
    });
    for (const socket of this.sockets) socket.destroySoon();
    await closed;
  }

  private serve(socket: Socket): void {
    const splitter = new Splitter();
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        for (const message of splitter.push(chunk)) this.take(socket, message);
      } catch {
        socket.destroy(); // not our protocol: nothing after this could be understood
      }
    });
  }

  private take(socket: Socket, message: Buffer): void {
    const send = (reply: Buffer, legacy: boolean): void => {
      if (!socket.destroyed) socket.write(writeReply(reply, requestId(message), legacy));
    };
    let request: Request;
    try {
      request = readRequest(message);
    } catch (error) {
      if (!(error instanceof MongoError) || error.codeName === 'ProtocolError') throw error;
      send(encode(failure(error)), false);
      return;
    }
    const { legacy, answered } = request;
    const name = [...request.body.keys()][0] ?? '';
    this.queue.add({
      writes: isWriting(name),
      apart: name === 'getMore',
      run: () => execute(this.engine, this.command(name, request)),
      done: (reply) => {
        if (answered) send(reply, legacy);
      },
    });
  }

  private command(name: string, { body, raw }: Request): Command {
    const asked = integer(body.get('maxTimeMS'), 'maxTimeMS', 0);
    const limit = asked ? Math.min(asked, this.engine.scanLimitMs) : this.engine.scanLimitMs;
    return { name, db: asString(body.get('$db'), '$db'), body, raw, deadline: new Deadline(limit) };
  }
}

function isWriting(name: string): boolean {
  try {
    return handlerOf(name).writes;
  } catch {
    return false;
  }
}
