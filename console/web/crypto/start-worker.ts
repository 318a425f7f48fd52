import address from './derive.worker.ts?worker&url';
import type { DeriveAnswer, DeriveWorker } from './derive.js';

/** As much of the Trusted Types API as is used; the DOM library does not know it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): {
    /** a TrustedScriptURL, which a Worker takes where its type says string */
    createScriptURL(url: string): string;
  };
}

const hasTrustedTypes = (scope: object): scope is { readonly trustedTypes: TrustedTypes } =>
  'trustedTypes' in scope;

/** Starts a worker for one derivation. */
export function startWorker(): DeriveWorker {
  const worker = new Worker(trustedAddress(), { type: 'module', name: 'derive' });
  return {
    ask: (request, answered, failed) => {
      worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) => {
        answered(data);
      };
      worker.onerror = failed;
      worker.postMessage(request);
    },
    end: () => {
      worker.terminate();
    },
  };
}

let trusted: string | undefined;

/**
 * A worker's address is a place where Trusted Types asks for a policy. The console's header names two, with duplicates:
 * Vue's and ProseMirror's. A second one under Vue's name, which lets this one address through and nothing else, needs no
 * wider header.
 */
function trustedAddress(): string {
  const scope: object = globalThis;
  if (!hasTrustedTypes(scope)) return address;
  trusted ??= scope.trustedTypes
    .createPolicy('vue', {
      createScriptURL: (url) => {
        if (url !== address) throw new TypeError('not our worker');
        return url;
      },
    })
    .createScriptURL(address);
  return trusted;
}
