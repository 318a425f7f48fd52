import { describe, expect, test } from '@jest/globals';
import { toBase64url } from '../../../vault/bytes.js';
import { person } from '../../support/staff-people.js';
import { consoleLine, cookieOf, refusal } from './console.js';

describe('POST /api/recovery', () => {
  async function withAnn() {
    const line = consoleLine();
    const ann = await line.hire('Ann', 'editor');
    const anew = person('Ann', 2);
    const recover = (changes: object = {}) => {
      const { recovery: nextRecovery, ...credentials } = line.joining(anew);
      const body = { name: 'Ann', recovery: toBase64url(ann.recovery), ...credentials, nextRecovery };
      return line.ask('post', '/api/recovery', { body: { ...body, ...changes } });
    };
    return { ...line, ann, anew, recover };
  }

  test('sets all three anew, signs in, and ends every other session', async () => {
    const { recover, ann, anew, enter, ask, signingIn, clock } = await withAnn();
    const old = await enter(ann.me);
    const answer = await recover();
    expect([answer.status, answer.body]).toEqual([201, { me: { ...ann.me, may: expect.any(Array) } }]);
    expect((await ask('get', '/api/session', { cookie: old })).status).toBe(401);
    expect((await ask('get', '/api/session', { cookie: cookieOf(answer) })).status).toBe(200);
    clock.advance(30_000);
    const signIn = (who: typeof anew) => ask('post', '/api/session', { body: signingIn(who) });
    expect([(await signIn(ann)).status, (await signIn(anew)).status]).toEqual([401, 201]);
  });

  test('answers an unknown name, a wrong recovery code and a wrong code the same', async () => {
    const { recover, staff, pauses } = await withAnn();
    const before = await staff.all();
    const wrong = [{ name: 'Nobody' }, { recovery: 'A'.repeat(43) }, { code: '000000' }];
    for (const one of wrong) {
      const { status, body, headers } = await recover(one);
      expect({ status, body }).toEqual(refusal(401, 'session.refused'));
      expect(headers).not.toHaveProperty('set-cookie');
    }
    expect([await staff.all(), pauses]).toEqual([before, [500, 500, 500]]);
  });

  test('is slowed as signing in is', async () => {
    const { recover } = await withAnn();
    for (let n = 0; n < 4; n += 1) await recover({ code: '000000' });
    const { status, body, headers } = await recover();
    expect({ status, body }).toEqual(refusal(429, 'limit.sign_in', { retryAfter: 2 }));
    expect(headers['retry-after']).toBe('2');
  });

  test.each(['name', 'recovery', 'auth', 'totpSecret', 'code', 'nextRecovery', 'more'])(
    'refuses a body whose %s is of another form',
    async (field) => {
      const { recover } = await withAnn();
      const { status, body } = await recover({ [field]: 1 });
      const details = { fields: { [field]: expect.any(Array) as unknown } };
      expect({ status, body }).toEqual(refusal(422, 'request.invalid', details));
    },
  );
});
