import { expect, test } from '@jest/globals';
import { clientWith, content, turn, until } from './set-up.js';

const asked = (server: ReturnType<typeof clientWith>['server'], path: string): number =>
  server.requests.filter((request) => request.path === `/api/v1${path}`).length;

test('the work for a ticket is done ahead, once, and sending asks for it no more', async () => {
  const { client, server } = clientWith();
  const report = client.begin();
  report.prepare();
  report.prepare();
  await until(() => asked(server, '/tickets') === 1);
  await report.send(content);
  expect([asked(server, '/tickets/challenge'), asked(server, '/tickets'), asked(server, '/reports')]).toEqual(
    [1, 1, 1],
  );
  report.prepare();
  for (let i = 0; i < 20; i += 1) await turn();
  expect(asked(server, '/tickets')).toBe(1);
});

test('what fails ahead is tried again when it is needed', async () => {
  const { client, server } = clientWith();
  const report = client.begin();
  server.state.faults = () => 'drop';
  report.prepare();
  await until(() => asked(server, '/tickets/challenge') > 1);
  server.state.faults = () => null;
  await report.send(content);
  expect(server.reports.byId.size).toBe(1);
});
