/** `POST /sessions`: who allows messages logs in; who reports does not. */
import { IsString, Length } from 'class-validator';
import { DomainError } from '../../../domain/errors.js';
import type { Login } from '../../login.js';
import { operation, type Operation } from '../../operation.js';

export class SessionBody {
  /** of `wx.login` */
  @IsString() @Length(1, 200) readonly code!: string;
}

export class SessionAnswer {
  @IsString() readonly token!: string;
  @IsString() readonly expiresAt!: string;
}

export interface SessionsParts {
  readonly login: Login;
  readonly tokenFor: (openid: string) => SessionAnswer;
}

export function sessionOperations({ login, tokenFor }: SessionsParts): readonly Operation[] {
  return [
    operation({
      ...{ method: 'POST', path: '/sessions', id: 'openSession', tag: 'Subscriptions', actor: 'anyone' },
      summary: 'Logs in with a code of the platform; needed to allow messages, and for nothing else.',
      body: SessionBody,
      answer: { status: 201, shape: SessionAnswer },
      errors: ['ticket.refused', 'login.unavailable', 'limit.requests'],
      example: { body: { code: 'code-of-wx-login' } },
      handle: async ({ body: { code } }): Promise<SessionAnswer> => {
        const who = await login(code);
        if (who === 'refused') throw new DomainError('ticket.refused');
        return tokenFor(who.openid);
      },
    }),
  ];
}
