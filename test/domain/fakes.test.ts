/** The fakes keep the contracts that the stores keep; tests that stand on a fake stand on the real thing. */
import { memoryAccessTokens } from '../support/fakes/access-tokens.js';
import { memoryEvidence } from '../support/fakes/evidence.js';
import { memoryKeyring } from '../support/fakes/keyring.js';
import { memoryReports } from '../support/fakes/reports.js';
import { memoryRuns } from '../support/fakes/runs.js';
import { memorySessions } from '../support/fakes/sessions.js';
import { describeTicketsContract } from '../support/contracts/tickets.contract.js';
import { describeUploadsContract } from '../support/contracts/uploads.contract.js';
import { memoryTickets } from '../support/fakes/tickets.js';
import { memoryUploads } from '../support/fakes/uploads.js';
import { describeAccessTokensContract } from '../support/contracts/access-tokens.contract.js';
import { describeEvidenceContract } from '../support/contracts/evidence.contract.js';
import { describeKeyringContract } from '../support/contracts/keyring.contract.js';
import { describeReportsContract } from '../support/contracts/reports.contract.js';
import { describeRunsContract } from '../support/contracts/runs.contract.js';
import { describeSessionsContract } from '../support/contracts/sessions.contract.js';

describeAccessTokensContract('memory', async () => memoryAccessTokens());
describeEvidenceContract('memory', async () => memoryEvidence());
describeKeyringContract('memory', async () => memoryKeyring());
describeReportsContract('memory', async () => memoryReports());
describeTicketsContract('memory', async () => memoryTickets());
describeUploadsContract('memory', async () => memoryUploads());
describeRunsContract('memory', async () => memoryRuns());
describeSessionsContract('memory', async () => memorySessions());
