import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { encode } from './encode.js';
import type { Command, Engine } from './engine.js';
import { codeOf, MongoError } from './errors.js';
import { execute, failure, handlerOf } from './execute.js';
import { Deadline } from './find.js';
import type { Address } from './place.js';
import { Queue } from './queue.js';
import { Scram, verifierOf, type Verifier } from './scram.js';
import { asString, integer } from './values.js';
import { readRequest, requestId, Splitter, writeReply, type Request } from './wire.js';

/** Speaks MongoDB's wire protocol on every connection of a listening socket. */
export class WireServer {
  private readonly sockets = new Set<Socket>();
  private readonly queue: Queue;
  private readonly server: Server;
  private verifier: Verifier | undefined;
  private closing = false;

  constructor(private readonly engine: Engine) {
    this.queue = new Queue(engine);
    this.server = createServer((socket) => {
      if (this.closing) socket.destroy();
      else this.serve(socket);
    });
  }

  /** Resolves to the address when connections are taken; rejects with the system's error. */
  async listen(address: Address): Promise<Address> {
    if ('path' in address) {
      await once(this.server.listen(address.path), 'listening');
      return address;
    }
    const { password } = address;
    this.verifier = verifierOf(password, randomBytes(16));
    try {
      await once(this.server.listen(address.port, '127.0.0.1'), 'listening');
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
      await once(this.server.listen(0, '127.0.0.1'), 'listening');
    }
    const bound = this.server.address();
    return { port: typeof bound === 'object' ? (bound?.port ?? 0) : 0, password };
  }

  /**
   * Hears nothing more, answers what is waiting and hangs up. Not even a hello is answered after the first step: a driver
   * that got one would take the server for alive and spend its only retry on it.
   */
  async close(): Promise<void> {
    this.closing = true;
    for (const socket of this.sockets) socket.removeAllListeners('data').pause();
    await new Promise<void>((done) => {
      this.queue.add({
        writes: false,
        apart: false,
        run: () => Buffer.alloc(0),
        done: () => {
          done();
        },
      });
    });
    const closed = new Promise((done) => this.server.close(done));
    for (const socket of this.sockets) socket.destroySoon();
    await closed;
  }

  private serve(socket: Socket): void {
    const splitter = new Splitter();
    const login = this.verifier && new Scram(this.verifier, () => randomBytes(18).toString('base64'));
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        for (const message of splitter.push(chunk)) this.take(socket, message, login);
      } catch {
        socket.destroy(); // not our protocol: nothing after this could be understood
      }
    });
  }

  private take(socket: Socket, message: Buffer, login: Scram | undefined): void {
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
      outside: name === 'compact', // SQLite makes a file anew outside transactions only
      run: () =>
        (login && guarded(login, name, request)) ?? execute(this.engine, this.command(name, request)),
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

/** Answers a login, lets greetings through, and nothing else before the login. */
function guarded(login: Scram, name: string, { body }: Request): Buffer | undefined {
  if (name === 'saslStart' || name === 'saslContinue') return encode(login.answer(name, body));
  if (login.authenticated || ['hello', 'isMaster', 'ismaster'].includes(name)) return undefined;
  throw new MongoError('Unauthorized', `Command ${name} requires authentication`);
}

function isWriting(name: string): boolean {
  try {
    return handlerOf(name).writes;
  } catch {
    return false;
  }
}
