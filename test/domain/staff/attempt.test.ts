import { describe, expect, test } from '@jest/globals';
import { isDomainError } from '../../../domain/errors.js';
import { staffLine } from '../../support/staff-line.js';
import { person } from '../../support/staff-people.js';

/** What a try ends with: `in`, `refused`, or the seconds to wait. */
async function outcome(trial: Promise<unknown>): Promise<string | number> {
  try {
    await trial;
    return 'in';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === 'session.refused') return 'refused';
    expect(error.code).toBe('limit.sign_in');
    return Number(error.details?.['retryAfter']);
  }
}

describe('failed tries of one account', () => {
  const failing = async (tries: number) => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    let from = 0;
    const fail = () => outcome(line.signIn(ann, { code: '000000', network: `network ${(from += 1)}` }));
    for (let n = 0; n < tries; n += 1) {
      const ended = await fail();
      if (typeof ended === 'number') {
        line.clock.advance(1000 * ended);
        await fail();
      }
    }
    return { line, ann, fail };
  };

  test('cost nothing three times, then 2, 4, 8 seconds and so on, at most fifteen minutes', async () => {
    const { line, fail } = await failing(4);
    const waits = [await fail()];
    for (let n = 0; n < 10; n += 1) {
      line.clock.advance(1000 * Number(waits.at(-1)));
      expect(await fail()).toBe('refused');
      waits.push(await fail());
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  test('are waited for with the right passphrase too, and not a second longer', async () => {
    const { line, ann } = await failing(5);
    const right = () => outcome(line.signIn(ann, { network: 'at home' }));
    expect(await right()).toBe(4);
    line.clock.advance(3_001);
    expect(await right()).toBe(1);
    line.clock.advance(999);
    expect(await right()).toBe('in');
  });

  test('do not grow while somebody waits', async () => {
    const { fail } = await failing(4);
    expect([await fail(), await fail(), await fail()]).toEqual([2, 2, 2]);
  });

  test('are forgotten after one that succeeds', async () => {
    const { line, ann, fail } = await failing(4);
    line.clock.advance(2_000);
    await line.signIn(ann);
    expect([await fail(), await fail(), await fail(), await fail(), await fail()]).toEqual([
      ...['refused', 'refused', 'refused', 'refused'],
      2,
    ]);
  });

  test('are forgotten after an hour in which nobody tried', async () => {
    const { line, fail } = await failing(14);
    line.clock.advance(3_599_999);
    expect(await fail()).toBe('refused');
    expect(await fail()).toBe(900);
    line.clock.advance(3_600_000);
    expect([await fail(), await fail(), await fail(), await fail(), await fail()]).toEqual([
      ...['refused', 'refused', 'refused', 'refused'],
      2,
    ]);
  });

  test('of a name that nobody has are slowed the same way', async () => {
    const line = staffLine();
    let from = 0;
    const fail = (name: string) =>
      outcome(line.signIn(person('Nobody'), { name, network: `network ${(from += 1)}` }));
    const names = ['Nobody', ' nobody', 'NOBODY ', 'Nobody', 'nobody'];
    const ended = [];
    for (const name of names) ended.push(await fail(name));
    expect(ended).toEqual(['refused', 'refused', 'refused', 'refused', 2]);
  });

  test('do not slip through when they come at the same moment', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    const tries = Array.from({ length: 50 }, (_, n) =>
      outcome(line.signIn(ann, { code: '000000', network: `network ${n}` })),
    );
    expect((await Promise.all(tries)).filter((ended) => ended === 'refused')).toHaveLength(4);
  });

  test('by a stranger keep nobody out of where they got in before', async () => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    await line.signIn(ann, { network: 'office' });
    line.clock.advance(30_000);
    let from = 0;
    const stranger = () => outcome(line.signIn(ann, { code: '000000', network: `n ${(from += 1)}` }));
    for (let n = 0; n < 4; n += 1) await stranger();
    expect(await stranger()).toBe(2);
    const office = (code: string) => outcome(line.signIn(ann, { code, network: 'office' }));
    for (let n = 0; n < 3; n += 1) expect(await office('000000')).toBe('refused');
    expect(await office(ann.code(line.clock.now()))).toBe('in');
    for (let n = 0; n < 4; n += 1) expect(await office('000000')).toBe('refused');
    expect(await office('000000')).toBe(2);
  });

  test('count together with those of the recovery code', async () => {
    const { line, ann } = await failing(3);
    const recover = () =>
      outcome(
        line.recoverAccount({
          ...{ name: 'Ann', recovery: person('Ann', 2).recovery, network: 'at home' },
          credentials: line.credentialsOf(person('Ann', 2)),
        }),
      );
    expect([await recover(), await recover()]).toEqual(['refused', 2]);
    expect(await outcome(line.signIn(ann))).toBe(2);
  });
});

describe('failed tries of one network', () => {
  const failing = async (tries: number) => {
    const line = staffLine();
    const ann = await line.hire('Ann', 'editor');
    let names = 0;
    const fail = () => outcome(line.signIn(ann, { name: `Nobody ${(names += 1)}` }));
    for (let n = 0; n < tries; n += 1) await fail();
    return { line, ann, fail };
  };

  test('cost nothing eleven times, for people share it, then slow everybody there', async () => {
    const { line, ann, fail } = await failing(11);
    expect([await fail(), await fail()]).toEqual(['refused', 2]);
    expect(await outcome(line.signIn(ann))).toBe(2);
    expect(await outcome(line.signIn(ann, { network: 'elsewhere' }))).toBe('in');
  });

  test('are not forgotten because somebody there succeeds', async () => {
    const { line, ann, fail } = await failing(11);
    await line.signIn(ann);
    expect([await fail(), await fail()]).toEqual(['refused', 2]);
  });
});
