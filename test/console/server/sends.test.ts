/** The routes of sends under way. */
import { describe, expect, test } from '@jest/globals';
import { startedSend } from '../../support/fakes/toy-sends.js';
import { massToAll, someNotice, someOccurrence } from '../../support/notices.js';
import { refusal } from './console.js';
import { desk, keys, keysOfWhole } from './notice-desk.js';

describe('a send', () => {
  async function sending() {
    const one = someOccurrence({ notice: 'edu', state: 'going', startedAt: 1, ways: massToAll });
    const line = await desk({ notices: [someNotice({ id: 'edu' })], occurrences: [one] });
    const { texts, on, windowEndsAt: until } = one;
    const order = { tag: null, article: null, texts, on, page: '', until };
    const id = `${one.id}.mass`;
    line.toy.stored.set(id, startedSend({ ...order, id, occurrence: one.id, way: 'mass' }));
    return { ...line, id, path: `/api/occurrences/${one.id}/sends` };
  }

  test('is paused, resumed, slowed down and cancelled, and written down', async () => {
    const { sue, path, id, acts, people, toy } = await sending();
    for (const [act, state] of [
      ['pause', 'paused'],
      ['resume', 'waiting'],
    ] as const) {
      const answer = await sue('post', `${path}/mass/${act}`);
      expect([answer.status, keys(answer.body)]).toEqual([200, keysOfWhole]);
      expect(answer.body).toMatchObject({ sends: [{ way: 'mass', state }] });
    }
    const limits = { concurrency: 4, perSecond: null };
    expect((await sue('post', `${path}/mass/limit`, limits)).body).toMatchObject({ sends: [{ limits }] });
    await sue('post', `${path}/mass/cancel`);
    expect(toy.told.map((line) => line.split(' ')[0])).toEqual(['pause', 'resume', 'limit', 'cancel']);
    expect(acts()[0]).toEqual([people.sue.id, 'send.pause', `send:${id}`]);
  });

  test('is offered again, and settled', async () => {
    const { sue, path, id, toy } = await sending();
    toy.set(id, 'refused');
    expect((await sue('post', `${path}/mass/retry`)).status).toBe(200);
    toy.set(id, 'in_doubt');
    expect((await sue('post', `${path}/mass/settle`, { as: 'sent' })).body).toMatchObject({
      sends: [{ state: 'done', acts: [] }],
    });
    for (const body of [{}, { as: 'perhaps' }, { as: 'sent', more: 1 }])
      expect((await sue('post', `${path}/mass/settle`, body)).status).toBe(422);
    for (const body of [
      { concurrency: 4 },
      { concurrency: 0, perSecond: 1 },
      { concurrency: 9e9, perSecond: null },
    ])
      expect((await sue('post', `${path}/mass/limit`, body)).status).toBe(422);
  });

  test('that there is not, or that cannot be done to it, is refused', async () => {
    const { sue, path } = await sending();
    expect(await sue('post', `${path}/mini/pause`)).toMatchObject(refusal(404, 'send.unknown'));
    expect(await sue('post', `${path}/letter/pause`)).toMatchObject(refusal(404, 'send.unknown'));
    expect(await sue('post', `${path}/mass/resume`)).toMatchObject(
      refusal(409, 'send.step_refused', { state: 'waiting' }),
    );
    expect(await sue('post', '/api/occurrences/none/sends/mass/pause')).toMatchObject(
      refusal(404, 'notice.unknown'),
    );
    expect((await sue('post', `${path}/mass/burn`)).status).toBe(404);
  });
});
