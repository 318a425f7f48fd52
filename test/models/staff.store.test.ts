/** The stores of accounts, sessions and invitations keep the contracts of their ports on a database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createInvitationStore } from '../../models/invitation.store.js';
import { prepare } from '../../models/prepare.js';
import { createStaffSessionStore } from '../../models/staff-session.store.js';
import { createStaffStore } from '../../models/staff.store.js';
import { describeInvitationsContract } from '../support/contracts/invitations.contract.js';
import { describeStaffContract } from '../support/contracts/staff.contract.js';
import { describeStaffSessionsContract } from '../support/contracts/staff-sessions.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { someMember } from '../support/staff-people.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

/** An empty store on the database. */
const fresh =
  <T>(make: (connection: Connection) => T) =>
  async (): Promise<T> => {
    const store = make(database.connection);
    await prepare(database.connection);
    await database.empty();
    return store;
  };

describeStaffContract('database', fresh(createStaffStore));
describeStaffSessionsContract('database', fresh(createStaffSessionStore));
describeInvitationsContract('database', fresh(createInvitationStore));

const collection = (name: string) => database.connection.collection<{ _id: string }>(name);

describe('what is stored', () => {
  test('a session holds neither address nor browser nor its secret', async () => {
    const sessions = await fresh(createStaffSessionStore)();
    await sessions.insert({ id: 'hash', staffId: 'ann', startedAt: 1, seenAt: 2, endsAt: 4_000_000_000_000 });
    const found = await collection('staff-sessions').findOne({ _id: 'hash' });
    expect(found).toEqual({
      ...{ _id: 'hash', staffId: 'ann', startedAt: 1, seenAt: 2 },
      endsAt: new Date(4_000_000_000_000),
    });
  });

  test.each(['staff-sessions', 'invitations'])('the database removes %s by their end', async (name) => {
    await fresh(createStaffSessionStore)();
    await fresh(createInvitationStore)();
    const indexes = await collection(name).indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { endsAt: 1 }, expireAfterSeconds: 0 }));
  });

  test.each([
    ['a role that is none', { roles: ['root'] }],
    ['a state that is none', { state: 'on leave' }],
    ['a hash that is none', { authHash: 'text' }],
    ['a step that is none', { totpStep: 'now' }],
  ])('an account with %s is unreadable', async (_what, changes) => {
    const staff = await fresh(createStaffStore)();
    const { id } = someMember('Ann');
    await staff.insert(someMember('Ann'));
    await collection('staff').updateOne({ _id: id }, { $set: changes });
    await expect(staff.byId(id)).rejects.toMatchObject({ code: 'storage.unreadable' });
  });

  test('an invitation of a kind that is none is unreadable', async () => {
    const invitations = await fresh(createInvitationStore)();
    const plain = { secretHash: 'h', roles: [], createdBy: 'ann', createdAt: 1, endsAt: 4_000_000_000_000 };
    await invitations.put({ id: '1', kind: 'join', ...plain });
    await collection('invitations').updateOne({ _id: '1' }, { $set: { kind: 'other' } });
    await expect(invitations.bySecret('h')).rejects.toMatchObject({ code: 'storage.unreadable' });
  });
});
