/** The stores keep the contracts of their ports on a database. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createAccessTokenStore } from '../../models/access-token.store.js';
import { createKeyringStore } from '../../models/keyring.store.js';
import { prepare } from '../../models/prepare.js';
import { createReportStore } from '../../models/report.store.js';
import { createRunsStore } from '../../models/runs.store.js';
import { createSessionStore } from '../../models/session.store.js';
import { createTicketStore } from '../../models/ticket.store.js';
import { createUploadStore } from '../../models/upload.store.js';
import { describeAccessTokensContract } from '../support/contracts/access-tokens.contract.js';
import { describeKeyringContract } from '../support/contracts/keyring.contract.js';
import { describeReportsContract } from '../support/contracts/reports.contract.js';
import { describeRunsContract } from '../support/contracts/runs.contract.js';
import { describeSessionsContract } from '../support/contracts/sessions.contract.js';
import { describeTicketsContract } from '../support/contracts/tickets.contract.js';
import { describeUploadsContract } from '../support/contracts/uploads.contract.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

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

describeAccessTokensContract('database', fresh(createAccessTokenStore));
describeKeyringContract('database', fresh(createKeyringStore));
describeReportsContract('database', fresh(createReportStore));
describeRunsContract('database', fresh(createRunsStore));
describeSessionsContract('database', fresh(createSessionStore));
describeTicketsContract('database', fresh(createTicketStore));
describeUploadsContract('database', fresh(createUploadStore));
