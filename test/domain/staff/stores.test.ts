/** The fakes that these tests stand on keep the contracts of the ports. */
import { memoryAudit } from '../../support/fakes/audit.js';
import { memoryInvitations, memoryStaff, memoryStaffSessions } from '../../support/fakes/staff.js';
import { describeAuditContract } from '../../support/contracts/audit.contract.js';
import { describeInvitationsContract } from '../../support/contracts/invitations.contract.js';
import { describeStaffContract } from '../../support/contracts/staff.contract.js';
import { describeStaffSessionsContract } from '../../support/contracts/staff-sessions.contract.js';

describeStaffContract('memory', async () => memoryStaff());
describeStaffSessionsContract('memory', async () => memoryStaffSessions());
describeInvitationsContract('memory', async () => memoryInvitations());
describeAuditContract('memory', async () => memoryAudit());
