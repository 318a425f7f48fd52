/** What goes wrong in the database, as the domain names it, stripped of messages: those quote keys and values. */
import mongoose from 'mongoose';
import { DomainError } from '../domain/errors.js';

/** Milliseconds after which a call that a person waits for gives up. It may have been carried out all the same. */
export const answerWithin = 1_800;

/** Runs a call of the database. @throws DomainError storage.unavailable when it fails or takes longer than `ms` */
export async function stored<T>(call: () => PromiseLike<T>, ms = answerWithin): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('storage.unavailable', { cause: new Error('no answer in time') }));
    }, ms);
  });
  try {
    return await Promise.race([call(), late]);
  } catch (error) {
    throw named(error);
  } finally {
    clearTimeout(timer);
  }
}

/** True if a write met a unique index: somebody was faster. */
function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
}

/** For a write that a unique index may refuse: `refused` instead of an error then. */
export async function unlessDuplicate<T>(write: () => PromiseLike<T>, refused: T): Promise<T> {
  return stored(async () => {
    try {
      return await write();
    } catch (error) {
      if (isDuplicate(error)) return refused;
      throw error;
    }
  });
}

function named(error: unknown): unknown {
  if (error instanceof mongoose.mongo.MongoError)
    return new DomainError('storage.unavailable', { cause: bare(error, error.code) });
  if (error instanceof mongoose.Error.CastError || error instanceof mongoose.Error.ValidationError)
    return new DomainError('internal.unexpected', { cause: bare(error) });
  if (error instanceof mongoose.Error) return new DomainError('storage.unavailable', { cause: bare(error) });
  if (typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error)
    return new DomainError('storage.unavailable', { cause: new Error(String(error.code)) }); // a socket's: EPIPE
  return error;
}

function bare(error: Error, code?: number | string): Error {
  return new Error(code === undefined ? error.name : `${error.name} ${code}`);
}
