import type {
  AuditEntry,
  AuditFilter,
  AuditHead,
  Credentials,
  Invitation,
  InvitationLink,
  Line,
  Me,
  OpenedInvitation,
  OwnSession,
  SessionAnswer,
  SignIn,
  StaffMember,
} from './account-types.js';
import type { CallOptions, Client } from './client.js';
import type { Page, Role } from './common-types.js';

interface WithMe {
  readonly me: Me;
}

/** Who is who: signing in, invitations, staff, the log of staff acts. */
export interface AccountsApi {
  line(): Promise<Line>;
  signIn(request: SignIn): Promise<WithMe>;
  /** `quiet`: only looks, the idle time runs on */
  session(options?: CallOptions): Promise<SessionAnswer>;
  signOut(): Promise<void>;
  sessions(): Promise<Page<OwnSession>>;
  endSession(id: string): Promise<void>;
  recover(
    request: Credentials & { readonly recovery: string; readonly nextRecovery: string },
  ): Promise<WithMe>;
  openInvitation(secret: string): Promise<OpenedInvitation>;
  acceptInvitation(
    request: Credentials & { readonly secret: string; readonly recovery: string },
  ): Promise<WithMe>;
  invitations(): Promise<Page<Invitation>>;
  invite(roles: readonly Role[]): Promise<InvitationLink>;
  withdrawInvitation(id: string): Promise<void>;
  staff(cursor?: string): Promise<Page<StaffMember>>;
  setRoles(id: string, roles: readonly Role[]): Promise<StaffMember>;
  endAccount(id: string): Promise<StaffMember>;
  audit(filter: AuditFilter, cursor?: string): Promise<Page<AuditEntry>>;
  auditHead(): Promise<AuditHead>;
  auditEntry(seq: number): Promise<AuditEntry>;
}

export const createAccountsApi = (client: Client): AccountsApi => ({
  line: () => client.get('/line', { open: true }),
  signIn: (request) => client.post('/session', request, { open: true }),
  session: (options) => client.get('/session', options),
  signOut: () => client.remove('/session', { impatient: true }),
  sessions: () => client.get('/sessions'),
  endSession: (id) => client.remove(`/sessions/${encodeURIComponent(id)}`),
  recover: (request) => client.post('/recovery', request, { open: true }),
  openInvitation: (secret) => client.post('/invitations/open', { secret }, { open: true }),
  acceptInvitation: (request) => client.post('/invitations/accept', request, { open: true }),
  invitations: () => client.get('/invitations', { query: { limit: 200 } }),
  invite: (roles) => client.post('/invitations', { roles }),
  withdrawInvitation: (id) => client.remove(`/invitations/${encodeURIComponent(id)}`),
  staff: (cursor) => client.get('/staff', { query: { cursor, limit: 200 } }),
  setRoles: (id, roles) => client.put(`/staff/${encodeURIComponent(id)}/roles`, { roles }),
  endAccount: (id) => client.post(`/staff/${encodeURIComponent(id)}/end`),
  audit: (filter, cursor) => client.get('/audit', { query: { ...filter, cursor, limit: 50 } }),
  auditHead: () => client.get('/audit/head'),
  auditEntry: (seq) => client.get(`/audit/entries/${seq}`),
});
