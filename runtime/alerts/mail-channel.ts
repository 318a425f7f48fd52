/** Staff mail: an alert as a mail to everybody whom STAFF_SMTP_URL names. */
import { createTransport } from 'nodemailer';
import { kindOf } from '../../domain/alerts/alert.js';
import type { Deliver, Outcome } from '../../domain/outbox/ports.js';
import type { Clock } from '../../domain/ports.js';
import { isLoopback } from '../settings/loopback.js';
import type { MailServer } from '../settings/staff-channel.js';
import { alertMail } from './alert-texts.js';

export interface MailParts {
  readonly server: MailServer;
  readonly name: Readonly<Record<'zh' | 'en', string>>;
  readonly consoleUrl: string;
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** Milliseconds; all of a try is shorter than the outbox's claim. */
const connectWithin = 15_000;
const silentAtMost = 30_000;

/** Delivers alerts by mail. A letter that was delivered twice has the same Message-ID twice. */
export function createMailChannel({ server, name, consoleUrl, publicUrl, clock }: MailParts): Deliver {
  const { host, port, secure, user, pass, from, to } = server;
  const own = new URL(publicUrl).hostname;
  const transport = createTransport({
    ...{ host, port, secure, name: own },
    ...(user === null ? {} : { auth: { user, pass } }),
    // a password never goes over a line that others can read
    requireTLS: user !== null && !isLoopback(host),
    ...{ connectionTimeout: connectWithin, greetingTimeout: connectWithin, socketTimeout: silentAtMost },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return async (letter) => {
    const kind = kindOf(letter);
    if (kind === null) return { is: 'final', reason: 'no-alert' };
    try {
      await transport.sendMail({
        ...{ from, to: [...to], ...alertMail(kind, letter.params, { name, consoleUrl }) },
        ...{ messageId: `<${letter.id}@${own}>`, date: new Date(clock.now()) },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { is: 'delivered' };
    } catch (error) {
      return judged(error);
    }
  };
}

const words: Readonly<Record<string, string>> = {
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  ETLS: 'tls',
  ETIMEDOUT: 'timed-out',
};
/** What is refused for what it is, and not for the moment. */
const about: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

interface MailError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly syscall?: unknown;
}

/** What became of a try that threw: the server's number or a word, never its text, which repeats addresses. */
function judged(error: unknown): Outcome {
  const { code, responseCode, syscall } = Object(error) as MailError;
  if (typeof responseCode === 'number' && Number.isInteger(responseCode))
    return {
      is: responseCode >= 500 && about.includes(code) ? 'final' : 'failed',
      reason: `smtp-${responseCode}`,
    };
  // a socket that no call to the system broke was broken by what came through it: a certificate, or no TLS at all
  if (code === 'ESOCKET' && syscall === undefined) return { is: 'failed', reason: 'tls' };
  return { is: 'failed', reason: words[String(code)] ?? 'no-connection' };
}
