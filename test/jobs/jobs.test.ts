import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../domain/errors.js';
import type { Row } from '../../domain/drafts/ports.js';
import { burnDrafts } from '../../jobs/burn-drafts.js';
import { settleFiles } from '../../jobs/settle-files.js';
import { endedSessions, sweepSessions } from '../../jobs/sweep-sessions.js';
import { turnDayKey } from '../../jobs/turn-day-key.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { once, withFaults } from '../support/fakes/faults.js';
import { memorySessions } from '../support/fakes/sessions.js';
import { sessionRow } from '../support/session-row.js';

const tick = {
  ...{ now: Date.parse('2026-11-22T12:00:00+08:00'), today: '2026-11-22', limit: 2 },
  stopping: () => false,
};
const nothing = { found: 0, done: 0, failed: 0 };
const unavailable = new DomainError('storage.unavailable');

describe('burn-drafts', () => {
  const filled = async () => {
    const sessions = memorySessions();
    const evidence = memoryEvidence();
    await sessions.save(sessionRow('old', '2026-11-21'), 0);
    await sessions.save(sessionRow('today', '2026-11-22'), 0);
    for (const part of [0, 1]) await evidence.put('2026-11-21', 'a'.repeat(32), part, Uint8Array.of(1));
    return { sessions, evidence };
  };

  test('nothing to do is success', async () => {
    expect(await burnDrafts({ sessions: memorySessions(), evidence: memoryEvidence() }, tick)).toEqual(
      nothing,
    );
  });

  test('drafts and files of days that are over go, those that end today stay', async () => {
    const ports = await filled();
    expect(await burnDrafts(ports, tick)).toEqual({ found: 2, done: 2, failed: 0 });
    expect([[...ports.sessions.rows.keys()], ports.evidence.pending.size]).toEqual([['today'], 0]);
    expect(await burnDrafts(ports, tick)).toEqual(nothing);
  });

  test('what devices began and did not send is forgotten too, and counted', async () => {
    const left = [3, 0];
    const ports = { ...(await filled()), forgetUnsent: async () => left.shift() ?? 0 };
    expect(await burnDrafts(ports, tick)).toEqual({ found: 5, done: 5, failed: 0 });
    expect(await burnDrafts(ports, tick)).toEqual(nothing);
    expect(left).toEqual([]);
  });

  test('stopped between drafts and files, the next run burns the files', async () => {
    const ports = await filled();
    const broken = { ...ports, evidence: withFaults(ports.evidence, once([['burn', 'before']])) };
    await expect(burnDrafts(broken, tick)).rejects.toThrow(unavailable);
    expect(await burnDrafts(broken, tick)).toEqual({ found: 1, done: 1, failed: 0 });
    expect(ports.evidence.pending.size).toBe(0);
  });
});

describe('sweep-sessions', () => {
  const ended = ({ body }: Row) => body[0] === 1;
  const ports = async (...rows: Row[]) => {
    const sessions = memorySessions();
    for (const r of rows) await sessions.save(r, 0);
    return { sessions, ended };
  };

  test('nothing to do is success', async () => {
    expect(await sweepSessions(await ports(), tick)).toEqual(nothing);
  });

  test('what has ended goes, over all pages, and what has not stays', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => sessionRow(`t${n}`, '2026-11-22', n % 2));
    const p = await ports(...rows, sessionRow('tomorrow', '2026-11-23'));
    expect(await sweepSessions(p, tick)).toEqual({ found: 3, done: 3, failed: 0 });
    expect([...p.sessions.rows.keys()].sort()).toEqual(['t0', 't2', 't4', 't6', 'tomorrow']);
    expect(await sweepSessions(p, tick)).toEqual(nothing);
  });

  test('how many have ended can be asked beforehand, and all of them are still there', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => sessionRow(`t${n}`, '2026-11-22', n % 2));
    const p = await ports(...rows, sessionRow('tomorrow', '2026-11-23'));
    expect(await endedSessions(p, tick)).toBe(3);
    expect(p.sessions.rows.size).toBe(8);
  });

  test('the flow is asked with the time of the tick', async () => {
    const asked: number[] = [];
    const p = await ports(sessionRow('a', '2026-11-22'));
    await sweepSessions({ ...p, ended: (_, now) => asked.push(now) < 0 }, tick);
    expect(asked).toEqual([tick.now]);
  });

  test('a person who writes again between the tick and the removal keeps the conversation', async () => {
    const p = await ports(sessionRow('a', '2026-11-22'));
    const writes = (r: Row) => {
      p.sessions.rows.set(r.tag, { ...r, rev: 2 });
      return true;
    };
    expect(await sweepSessions({ ...p, ended: writes }, tick)).toEqual({ found: 1, done: 0, failed: 0 });
    expect(p.sessions.rows.get('a')?.rev).toBe(2);
  });

  test('a row that cannot be read is counted and does not keep the others', async () => {
    const p = await ports(
      sessionRow('a', '2026-11-22'),
      sessionRow('b', '2026-11-22'),
      sessionRow('c', '2026-11-22'),
    );
    const picky = (r: Row) => {
      if (r.tag === 'b') throw new Error('does not open');
      return true;
    };
    expect(await sweepSessions({ ...p, ended: picky }, tick)).toEqual({ found: 2, done: 2, failed: 1 });
    expect([...p.sessions.rows.keys()]).toEqual(['b']);
  });

  test('stopped in the middle, the next run takes the rest', async () => {
    const p = await ports(...['a', 'b', 'c'].map((tag) => sessionRow(tag, '2026-11-22')));
    let removals = 0;
    const sessions = withFaults(p.sessions, (m) =>
      m === 'remove' && ++removals === 2 ? 'before' : undefined,
    );
    await expect(sweepSessions({ ...p, sessions }, tick)).rejects.toThrow(unavailable);
    expect(await sweepSessions({ ...p, sessions }, tick)).toEqual({ found: 2, done: 2, failed: 0 });
  });
});

test('settle-files says how many files it wrote anew', async () => {
  const days: string[] = [];
  const counts = [3, 0];
  const evidence = {
    ...memoryEvidence(),
    async settleTimes(day: string) {
      days.push(day);
      return counts.shift() ?? 0;
    },
  };
  expect(await settleFiles({ evidence }, tick)).toEqual({ found: 3, done: 3, failed: 0 });
  expect(await settleFiles({ evidence }, tick)).toEqual(nothing);
  expect(days).toEqual(['2026-11-22', '2026-11-22']);
});

test('turn-day-key turns to the day of the tick and fails with the ratchet', async () => {
  const turned: string[] = [];
  const dayKeys = {
    async turn(today: string) {
      if (turned.push(today) === 2) throw unavailable;
    },
  };
  expect(await turnDayKey({ dayKeys }, tick)).toEqual(nothing);
  await expect(turnDayKey({ dayKeys }, tick)).rejects.toThrow(unavailable);
  expect(turned).toEqual(['2026-11-22', '2026-11-22']);
});
