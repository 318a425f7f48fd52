/** What devices began and did not send is forgotten by the clockwork. */
import { afterAll, expect, test } from '@jest/globals';
import { openReportApi } from '../../../runtime/api/open-reports.js';
import { folders, openLine } from '../upkeep/lines.js';
import { handClock } from '../../support/fakes/clock.js';

const folder = folders();
afterAll(() => {
  folder.remove();
});

test('tickets go on the second day after theirs, unsent files when their days are over', async () => {
  const clock = handClock('2026-12-01T23:50:00+08:00');
  const line = await openLine(folder.at('line'), { clock });
  const { storage } = line.core;
  const { tickets, files } = openReportApi(line.core);
  const id = 'ef'.repeat(16);
  const { ticket } = await tickets.forLogin();
  const owner = await tickets.check(ticket, 'ab'.repeat(16));
  await files.begin(owner, { id, parts: 1, partBytes: 1_048_576 });

  clock.set('2026-12-02T12:00:00+08:00');
  await line.tick();
  expect(await tickets.check(ticket, 'ab'.repeat(16))).toBe(owner);

  clock.set('2026-12-03T00:01:00+08:00');
  await expect(tickets.ownerOf(ticket)).rejects.toMatchObject({ code: 'ticket.required' });
  await line.tick();
  expect(await storage.tickets.removeBefore('2099-01-01')).toBe(0);
  expect(await storage.uploads.byId(id)).not.toBeNull();

  clock.set('2026-12-05T00:01:00+08:00');
  await line.tick();
  expect(await storage.uploads.byId(id)).toBeNull();
  await line.close();
}, 60_000);
