/** Shapes that several subjects take: ids and bytes as text. */
import { Matches } from 'class-validator';
import { DomainError } from '../../domain/errors.js';

/** 16 bytes as lower-case hex. */
export const idForm = /^[0-9a-f]{32}$/;
/** 32 bytes as base64url. */
export const keyForm = /^[A-Za-z0-9_-]{43}$/;
/** Any bytes as base64url. */
export const bytesForm = /^[A-Za-z0-9_-]*$/;

export const IsId = (): PropertyDecorator => Matches(idForm);
export const IsKey = (): PropertyDecorator => Matches(keyForm);

/** The bytes of base64url without padding. @throws DomainError report.malformed for what nobody would have written so */
export function bytesFrom(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new DomainError('report.malformed');
  return new Uint8Array(bytes);
}

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
