/** Failures at chosen calls, for any port: before the work, after it (done, but the answer is lost), or held back. */
import { DomainError, type ErrorCode } from '../../../domain/errors.js';

export type Fault = 'before' | 'after' | { readonly wait: Promise<unknown> };

/** Decides for each call of a method, counted from 1 over the port's life. */
export type Plan = (method: string, call: number) => Fault | undefined;

/** The port with the plan's failures; a failure is a DomainError of `code`. */
export function withFaults<T extends object>(
  port: T,
  plan: Plan,
  code: ErrorCode = 'storage.unavailable',
): T {
  let call = 0;
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        const fault = plan(String(name), ++call);
        if (fault === 'before') throw new DomainError(code);
        if (typeof fault === 'object') await fault.wait;
        const result: unknown = await Reflect.apply(value, target, args);
        if (fault === 'after') throw new DomainError(code);
        return result;
      };
    },
  });
}

/** A plan that fails the named calls once each, in the order they come. */
export function once(faults: readonly (readonly [method: string, fault: Fault])[]): Plan {
  const left = [...faults];
  return (method) => {
    const [next] = left;
    if (next?.[0] !== method) return undefined;
    left.shift();
    return next[1];
  };
}
