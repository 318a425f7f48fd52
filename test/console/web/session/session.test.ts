import { describe, expect, test } from '@jest/globals';
import { createSession } from '../../../../console/web/session/session.js';

const me = { id: '1', name: 'Lin Mei', roles: ['editor'], may: ['articles.read'] } as const;

function listening() {
  const session = createSession();
  const heard: string[] = [];
  for (const name of ['session.ended', 'session.resumed'] as const)
    session.events.on(name, () => heard.push(name));
  return { session, heard };
}

describe('a session', () => {
  test('begins with who somebody is and what they may do', () => {
    const { session, heard } = listening();
    expect(session.me()).toBeNull();
    session.begin(me);
    expect([session.may('articles.read'), session.may('staff.list')]).toEqual([true, false]);
    expect(heard).toEqual([]);
  });

  test('that ends keeps who was there, tells once, and lets all wait for the same return', async () => {
    const { session, heard } = listening();
    session.begin(me);
    const waits = [session.over(), session.over()];
    expect(session.state.value).toEqual({ kind: 'ended', me });
    expect(session.may('articles.read')).toBe(true);
    expect(heard).toEqual(['session.ended']);
    session.begin(me);
    expect(waits[0]).toBe(waits[1]);
    await waits[0];
    expect(heard).toEqual(['session.ended', 'session.resumed']);
    expect(session.state.value.kind).toBe('in');
  });

  test('can end and come back more than once', async () => {
    const { session, heard } = listening();
    for (let n = 0; n < 2; n += 1) {
      session.begin(me);
      const wait = session.over();
      session.begin(me);
      await wait;
    }
    expect(heard).toHaveLength(4);
  });

  test('that never was cannot be waited for', () => {
    const { session, heard } = listening();
    expect(session.over()).toBeNull();
    session.none();
    expect(session.over()).toBeNull();
    expect(heard).toEqual([]);
  });

  test('stops telling who no longer listens', () => {
    const session = createSession();
    const heard: string[] = [];
    const off = session.events.on('session.ended', () => heard.push('ended'));
    off();
    session.begin(me);
    void session.over();
    expect(heard).toEqual([]);
  });
});
