import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createTickets } from '../../../domain/tickets/tickets.js';
import { createApiTokens } from '../../../vault/api-tokens.js';
import { noble } from '../../../vault/noble.js';
import { handClock } from '../../support/fakes/clock.js';
import { memoryTickets } from '../../support/fakes/tickets.js';
import { seeded } from '../../support/line.js';

const required = new DomainError('ticket.required');
const mine = 'ab'.repeat(16);
const other = 'cd'.repeat(16);

function setUp() {
  const tickets = memoryTickets();
  const clock = handClock('2026-12-01T23:50:00+08:00');
  const vault = createApiTokens(noble, { secret: new Uint8Array(32).fill(3), random: seeded(4) });
  return { tickets, clock, vault, cases: createTickets({ tickets, vault, clock }) };
}

describe('a ticket', () => {
  test('is the same for the same challenge, and another one for each login', async () => {
    const { cases, tickets } = setUp();
    const first = await cases.forChallenge('solved');
    expect(first).toEqual({ ticket: expect.stringMatching(/^t_[\w-]{43}$/), expiresOn: '2026-12-02' });
    expect(await cases.forChallenge('solved')).toEqual(first);
    expect((await cases.forLogin()).ticket).not.toBe((await cases.forLogin()).ticket);
    expect(tickets.stored.size).toBe(3);
  });

  test('leaves its hash and a day, and nothing of itself or of what it was for', async () => {
    const { cases, tickets } = setUp();
    const { ticket } = await cases.forLogin();
    await cases.check(ticket, mine);
    const rows = [...tickets.stored.values()];
    expect(rows.map((row) => Object.keys(row).sort())).toEqual([['bound', 'day', 'id', 'state']]);
    const kept = JSON.stringify(rows);
    for (const secret of [ticket, ticket.slice(2), mine]) expect(kept).not.toContain(secret);
  });

  test('is bound by its first use, and opens nothing else', async () => {
    const { cases } = setUp();
    const { ticket } = await cases.forLogin();
    await expect(cases.ownerOf(ticket)).rejects.toThrow(required);
    const owner = await cases.check(ticket, mine);
    expect([await cases.check(ticket, mine), await cases.ownerOf(ticket)]).toEqual([owner, owner]);
    await expect(cases.check(ticket, other)).rejects.toThrow(required);
  });

  test('of two reports that use it at once, one gets it', async () => {
    const { cases } = setUp();
    const { ticket } = await cases.forLogin();
    const used = await Promise.allSettled([cases.check(ticket, mine), cases.check(ticket, other)]);
    expect(used.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is good until the next day ends, and once', async () => {
    const { cases, clock } = setUp();
    const [spent, late] = [await cases.forLogin(), await cases.forLogin()];
    await cases.check(spent.ticket, mine);
    await cases.spend(spent.ticket);
    await expect(cases.check(spent.ticket, mine)).rejects.toThrow(required);
    clock.advance(24 * 3_600_000);
    await cases.check(late.ticket, other);
    clock.advance(24 * 3_600_000);
    await expect(cases.check(late.ticket, other)).rejects.toThrow(required);
    expect([await cases.sweep(), await cases.sweep()]).toEqual([2, 0]);
  });

  test('that was never given out, or is none, opens nothing', async () => {
    const { cases, vault } = setUp();
    for (const ticket of ['', 't_', 't_x', 'r_' + 'a'.repeat(43), vault.newTicket()])
      await expect(cases.check(ticket, mine)).rejects.toThrow(required);
  });
});
