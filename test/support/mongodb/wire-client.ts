/** One connection that speaks OP_MSG: a driver would choose sessions, numbers and retries itself. */
import { deserialize, serialize, type Document } from 'bson';
import { connect, type Socket } from 'node:net';

const headerBytes = 16;
const opMsg = 2013;

/** Stands for the code of an answer that never came: the server closed the connection. */
export const hungUp = -1;

export class WireClient {
  private waiting: ((reply: Document) => void)[] = [];
  private rest = Buffer.alloc(0);
  private last = 0;
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('close', () => {
      this.closed = true;
      for (const answer of this.waiting.splice(0)) answer({ ok: 0, code: hungUp });
    });
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
  }

  /** Connects to `mongodb://host:port`, or to a unix socket where the host is its encoded path. */
  static open(uri: string): Promise<WireClient> {
    const { host, port, hostname } = new URL(uri);
    const path = decodeURIComponent(host);
    const socket = path.endsWith('.sock') ? connect(path) : connect(Number(port), hostname);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new WireClient(socket));
      });
    });
  }

  /** Runs a command and answers its reply, a failure included; number types are kept. */
  run(db: string, command: Document): Promise<Document> {
    const body = serialize({ ...command, $db: db }, { ignoreUndefined: true });
    const head = Buffer.alloc(headerBytes + 5);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE((this.last += 1), 4);
    head.writeInt32LE(opMsg, 12);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.socket.write(Buffer.concat([head, body]));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= headerBytes && this.rest.length >= this.rest.readInt32LE(0)) {
      const size = this.rest.readInt32LE(0);
      const body = this.rest.subarray(headerBytes + 5, size);
      this.rest = this.rest.subarray(size);
      this.waiting.shift()?.(deserialize(body, { promoteValues: false }));
    }
  }
}
