import type { Client } from './client.js';

/** The phone that gets tests. */
export interface Phone {
  readonly linked: boolean;
  /** YYYY-MM-DD */
  readonly linkedOn: string | null;
  readonly available: boolean;
}

export interface PhoneLink {
  readonly id: string;
  readonly url: string;
  readonly endsAt: string;
}

/** The phone of who is signed in. */
export interface PhonesApi {
  phone(): Promise<Phone>;
  makeLink(): Promise<PhoneLink>;
  unlink(): Promise<void>;
}

export const createPhonesApi = (client: Client): PhonesApi => ({
  phone: () => client.get('/phone'),
  makeLink: () => client.post('/phone/links'),
  unlink: () => client.remove('/phone'),
});
