import { planNotice, type Planned, type PlanPorts } from './plan-notice.js';
import type { Notices } from './ports.js';

/** The drafts of all notices: the next twelve months always stand there. */
export type PlanNotices = () => Promise<Planned>;

/** One notice that fails does not keep the others; it is planned again by the next run. @throws DomainError storage.unavailable */
export function createPlanNotices(
  ports: PlanPorts & { readonly notices: Pick<Notices, 'all'> },
): PlanNotices {
  return async () => {
    const counts = { found: 0, done: 0, failed: 0 };
    for (const notice of await ports.notices.all()) {
      try {
        const { found, done, failed } = await planNotice(ports, notice);
        counts.found += found;
        counts.done += done;
        counts.failed += failed;
      } catch {
        counts.failed += 1;
      }
    }
    return counts;
  };
}
