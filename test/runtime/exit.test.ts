import { describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { DomainError } from '../../domain/errors.js';
import { exitCodes, explain, Refusal } from '../../runtime/exit.js';

const system = (code: string, syscall: string) =>
  Object.assign(new Error('canary'), { code, syscall, path: '/canary' });

describe('an operator reads', () => {
  test('a refusal as it was written, with its exit code', () => {
    const refusal = new Refusal(
      'The profile is a sample.',
      'Fill in its operator block.',
      exitCodes.settings,
    );
    expect(explain(refusal)).toEqual({
      text: 'The profile is a sample. Fill in its operator block.',
      exitCode: 78,
      foreseen: true,
    });
  });

  test('that a port is in use, when it really is', async () => {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const { port } = first.address() as { port: number };
    const second = createServer().listen(port, '127.0.0.1');
    const [error] = (await once(second, 'error').catch((reason: unknown) => [reason])) as [unknown];
    first.close();
    expect(explain(error).text).toBe(
      `Port ${String(port)} is in use. Stop the program that uses it, or set PORT and CONSOLE_PORT to free ones.`,
    );
  });

  test('that a path is not there, when it really is not', async () => {
    const error: unknown = await mkdir('/no/such/folder').catch((reason: unknown) => reason);
    expect(explain(error).text).toMatch(
      /^A file or folder that a setting names is not there\. |^The data folder/,
    );
  });

  test.each([
    ['EACCES', 'listen', 'The port is reserved for the system.'],
    ['EADDRNOTAVAIL', 'listen', 'This machine does not have the address to listen on.'],
    ['ENOTFOUND', 'getaddrinfo', 'A host name in the settings is not known.'],
    ['EACCES', 'open', 'The data folder cannot be written.'],
    ['EROFS', 'mkdir', 'The data folder cannot be written.'],
    ['ENOSPC', 'write', 'The disk is full.'],
    ['ECONNREFUSED', 'connect', 'The database does not answer.'],
  ])('about %s at %s one sentence and a remedy', (code, syscall, sentence) => {
    const { text, exitCode } = explain(system(code, syscall));
    expect(text.startsWith(`${sentence} `)).toBe(true);
    expect(text).not.toContain('canary');
    expect(exitCode).toBe(1);
  });

  test('that the database does not answer, however the driver or the domain says so', () => {
    class MongooseServerSelectionError extends Error {}
    for (const error of [new MongooseServerSelectionError('canary'), new DomainError('storage.unavailable')])
      expect(explain(error).text).toBe('The database does not answer. Start it, or correct MONGODB_URI.');
  });

  test('of anything else its class and code, never its words', () => {
    const text = 'Please report it with the lines of the log, which hold no content of reports.';
    expect(explain(new TypeError('canary')).text).toBe(
      `The line stopped on an unexpected error (TypeError). ${text}`,
    );
    expect(explain('canary').text).toBe(`The line stopped on an unexpected error (string). ${text}`);
    expect(explain(null).text).toBe(`The line stopped on an unexpected error (object). ${text}`);
  });
});
