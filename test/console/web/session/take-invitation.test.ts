import { describe, expect, test } from '@jest/globals';
import { createInvitationHolder, invitationIn } from '../../../../console/web/session/take-invitation.js';

describe('the secret of an invitation', () => {
  test.each([
    ['#/join/abc_DEF-123', 'abc_DEF-123'],
    ['#/join/a%20b', 'a b'],
    ['#/join/a%zz', 'a%zz'],
    ['#/join/abc?x=1', 'abc'],
    ['#/join', null],
    ['#/join/', null],
    ['#/staff/join/abc', null],
    ['', null],
  ])('in %j is %j', (hash, secret) => {
    expect(invitationIn(hash)).toBe(secret);
  });

  test('leaves the address bar, and is held until it is used', () => {
    const holder = createInvitationHolder();
    const bar: string[] = [];
    const at = (hash: string) => ({ hash, replace: (next: string) => bar.push(next) });
    holder.take(at('#/join/abc'));
    expect([holder.secret(), bar]).toEqual(['abc', ['#/join']]);
    holder.take(at('#/join'));
    expect([holder.secret(), bar]).toEqual(['abc', ['#/join']]);
    holder.forget();
    expect(holder.secret()).toBeNull();
  });
});
