import type { Client } from '../../api/client.js';
import type { Phone, PhoneLink, PlatformWays } from './desk-types.js';

/** The account on the platform, and the phone that tests go to. */
export interface DeskApi {
  platform(): Promise<PlatformWays>;
  phone(): Promise<Phone>;
  makePhoneLink(): Promise<PhoneLink>;
  unlinkPhone(): Promise<void>;
  sendTest(article: string): Promise<void>;
}

export const createDeskApi = (client: Client): DeskApi => ({
  platform: () => client.get('/platform'),
  phone: () => client.get('/phone'),
  makePhoneLink: () => client.post('/phone/links'),
  unlinkPhone: () => client.remove('/phone'),
  sendTest: (article) => client.post(`/articles/${encodeURIComponent(article)}/tests`),
});
