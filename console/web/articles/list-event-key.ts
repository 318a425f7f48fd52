import { events } from '../texts/en/articles.js';

export type EventKey = keyof typeof events;

const isKey = (what: string): what is EventKey => Object.hasOwn(events, what);

/** The text for what an article's timeline names; the server may know more than this page. */
export const eventKey = (what: string): EventKey => (isKey(what) ? what : 'other');
