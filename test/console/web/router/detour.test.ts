import { describe, expect, test } from '@jest/globals';
import type { Act } from '../../../../console/web/api/common-types.js';
import { detour } from '../../../../console/web/router/detour.js';
import { createSession } from '../../../../console/web/session/session.js';

const page = (name: string, path: string, more: { open?: boolean; act?: Act } = {}) => ({
  name,
  path,
  open: more.open === true,
  act: more.act,
});
function session(may: readonly Act[] | null) {
  const made = createSession();
  if (may !== null) made.begin({ id: '1', name: 'x', roles: [], may });
  return made;
}

describe('who is not signed in', () => {
  test('is led to signing in, and from there back to where they wanted to go', () => {
    expect(detour(page('staff', '/staff/7'), session(null))).toEqual({
      name: 'sign-in',
      query: { to: '/staff/7' },
    });
    expect(detour(page('home', '/'), session(null))).toEqual({ name: 'sign-in' });
  });

  test('may join, recover and sign in', () => {
    for (const name of ['join', 'recover', 'sign-in'])
      expect(detour(page(name, `/${name}`, { open: true }), session(null))).toBeNull();
  });
});

describe('who is signed in', () => {
  test('sees what they may do, and is told of the rest', () => {
    const audit = page('audit', '/audit', { act: 'audit.read' });
    expect(detour(audit, session(['audit.read']))).toBeNull();
    expect(detour(audit, session(['staff.list']))).toEqual({ name: 'not-allowed' });
    expect(detour(page('settings', '/settings'), session([]))).toBeNull();
  });

  test('has no need of signing in, but may open an invitation', () => {
    expect(detour(page('sign-in', '/sign-in', { open: true }), session([]))).toBe('/');
    expect(detour(page('join', '/join', { open: true }), session([]))).toBeNull();
  });

  test('stays where they are when the session has ended', () => {
    const ended = session(['audit.read']);
    void ended.over();
    expect(detour(page('audit', '/audit', { act: 'audit.read' }), ended)).toBeNull();
  });
});
