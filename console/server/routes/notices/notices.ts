import type { RouteTable } from '../route.js';
import { noticeDefinitions } from './definitions.js';
import { noticeDesk } from './desk.js';
import type { NoticeParts } from './notice-parts.js';
import { occurrenceRoutes } from './occurrences.js';
import { sendRoutes } from './sends.js';

/** All routes of notices. */
export function noticeRoutes(parts: NoticeParts): RouteTable {
  // the desk's own addresses before those that take any id
  return [
    ...noticeDesk(parts),
    ...noticeDefinitions(parts),
    ...occurrenceRoutes(parts),
    ...sendRoutes(parts),
  ];
}
