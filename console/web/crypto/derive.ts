/** What is shown to the server instead of a passphrase. */

export interface DeriveRequest {
  /** 16 bytes, hex */
  readonly lineId: string;
  readonly name: string;
  readonly passphrase: string;
}

export type DeriveAnswer = { readonly auth: string } | { readonly failed: true };

/** A worker of derive.worker.ts. */
export interface DeriveWorker {
  ask(request: DeriveRequest, answered: (answer: DeriveAnswer) => void, failed: () => void): void;
  end(): void;
}

/** The derivation did not work out: most likely the browser had no 64 MiB left. */
export class DeriveError extends Error {
  override readonly name = 'DeriveError';
}

export interface Deriver {
  /** auth (base64url, 32 bytes). @throws DeriveError */
  auth(request: DeriveRequest): Promise<string>;
  /** milliseconds that the next one will take, as far as is known */
  expected(): number;
}

const firstGuessMs = 3000;

/** Starts a worker for each derivation and ends it afterwards, so that neither memory nor secrets stay. */
export function createDeriver(ports: {
  readonly start: () => DeriveWorker;
  readonly now: () => number;
}): Deriver {
  let expected = firstGuessMs;
  return {
    expected: () => expected,
    auth: async (request) => {
      const began = ports.now();
      const worker = ports.start();
      try {
        const auth = await ask(worker, request);
        expected = ports.now() - began;
        return auth;
      } finally {
        worker.end();
      }
    },
  };
}

function ask(worker: DeriveWorker, request: DeriveRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (): void => {
      reject(new DeriveError());
    };
    worker.ask(
      request,
      (answer) => {
        if ('auth' in answer) resolve(answer.auth);
        else failed();
      },
      failed,
    );
  });
}
