import { expect, test } from '@jest/globals';
import { ApiError, NoConnection } from '../../../miniprogram-api/client/errors.js';
import { apiServer, type Fault } from '../../support/fakes/api-server.js';
import { seeded } from '../../support/line.js';
import { clientWith, content } from './set-up.js';

const other = { ...content, answers: { ...content.answers, story: { words: 'it was another night' } } };

test('200 reports cut off anywhere and sent again: none is lost, none is doubled', async () => {
  const server = apiServer();
  const chance = seeded(20_261_201);
  const byte = (): number => chance(1)[0] ?? 0;
  const faults: readonly Fault[] = ['drop', 'lose', 'html', 'empty', 'cut', { status: 500 }, { status: 503 }];
  server.state.faults = () => (byte() < 140 ? (faults[byte() % faults.length] ?? null) : null);
  const receipts = new Set<string>();
  let failures = 0;
  for (let n = 0; n < 200; n += 1) {
    const { client } = clientWith({ server, seed: `report ${String(n)}` });
    const report = client.begin();
    for (let sent = false; !sent;)
      try {
        receipts.add((await report.send(byte() < 40 ? other : content)).receipt);
        sent = true;
      } catch (error) {
        if (!(error instanceof NoConnection || error instanceof ApiError)) throw error;
        failures += 1;
      }
  }
  // how often one gives up hangs on the order of answers; that it does at all is what the rest stands on
  expect(failures).toBeGreaterThan(5);
  expect(receipts.size).toBe(200);
  expect(server.reports.byId.size).toBe(200);
  server.state.faults = () => null;
  const { client } = clientWith({ server });
  const cases = new Set<string | undefined>();
  for (const receipt of receipts) cases.add((await client.open(receipt))?.caseNumber);
  expect(cases.size).toBe(200);
  expect(cases.has(undefined)).toBe(false);
}, 120_000);
