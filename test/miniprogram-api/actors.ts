/** Nobody is anybody: for operations that ask for no token. */
import { DomainError } from '../../domain/errors.js';
import type { Actors } from '../../miniprogram-api/actors.js';

const refuse = (): never => {
  throw new DomainError('session.required');
};

export const noActors: Actors = { ticket: refuse, report: refuse, uploader: refuse, session: refuse };
