import { describe, expect, test } from '@jest/globals';
import { mailServer, webHook } from '../../../runtime/settings/staff-channel.js';

describe('a mail server', () => {
  test('is read with its addresses', () => {
    expect(
      mailServer('smtp://line:s%40fe@mail.example:2525?from=line@example.org&to=ann@a.example,bo@b.example'),
    ).toEqual({
      ...{ host: 'mail.example', port: 2525, secure: false, user: 'line', pass: 's@fe' },
      ...{ from: 'line@example.org', to: ['ann@a.example', 'bo@b.example'] },
    });
  });

  test.each([
    [
      'smtp://mail.example?from=a@b.c&to=d@e.f',
      { host: 'mail.example', port: 587, secure: false, user: null, pass: '' },
    ],
    ['smtps://mail.example/?to=d@e.f&from=a@b.c', { host: 'mail.example', port: 465, secure: true }],
    ['smtp://[::1]:25?from=a@b.c&to=d@e.f,%20g@h.i', { host: '::1', port: 25, to: ['d@e.f', 'g@h.i'] }],
  ])('%s', (text, read) => {
    expect(mailServer(text)).toMatchObject(read);
  });

  test.each([
    'https://mail.example?from=a@b.c&to=d@e.f',
    'smtp://?from=a@b.c&to=d@e.f',
    'smtp://mail.example',
    'smtp://mail.example?from=a@b.c',
    'smtp://mail.example?from=a@b.c&to=',
    'smtp://mail.example?from=a@b.c&to=d@e.f,',
    'smtp://mail.example?from=a&to=d@e.f',
    'smtp://mail.example?from=a@b.c,d@e.f&to=d@e.f',
    'smtp://mail.example?from=a@b.c&to=Ann <d@e.f>',
    'smtp://mail.example?from=a@b.c&to=d@e.f&logger=true',
    'smtp://mail.example?from=a@b.c&to=d@e.f&to=g@h.i',
    'smtp://mail.example/path?from=a@b.c&to=d@e.f',
    `smtp://mail.example?from=a@b.c&to=${Array.from({ length: 51 }, (_, n) => `p${n}@e.f`).join(',')}`,
  ])('%s is none', (text) => {
    expect(mailServer(text)).toBeUndefined();
  });
});

describe('a web hook', () => {
  test.each([
    'https://hook.example/x?token=1',
    'http://127.0.0.1:9000/x',
    'http://localhost/',
    'http://[::1]:9000/',
  ])('%s', (text) => {
    expect(webHook(text)).toBe(text);
  });

  test.each([
    'http://hook.example/x',
    'https://ann:secret@hook.example/',
    'hook.example',
    'ftp://hook.example/',
    'https://',
  ])('%s is none', (text) => {
    expect(webHook(text)).toBeUndefined();
  });
});
