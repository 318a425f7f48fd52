import type { FiguresOfDay } from '../../../domain/articles/figures.js';
import type {
  ArticlePlatform,
  PlatformState,
  Prepared,
  Submission,
} from '../../../domain/articles/platform.js';
import { dayIn } from '../../../domain/days.js';

/** An Official Account that answers what it is told to, and remembers what reached it. */
export function toyPlatform() {
  const log: string[] = [];
  const toy = {
    log,
    prepared: { is: 'ready', draftId: 'DRAFT' } as Prepared,
    submission: { is: 'accepted', jobId: 'JOB', dataId: 'DATA', awaitsAdmin: false } as Submission,
    state: { is: 'done', articleId: 'ART', url: 'https://mp.example/1' } as PlatformState,
    /** what is answered for a day of the platform */
    cameOut: async (day: string): Promise<FiguresOfDay> => {
      log.push(`came out ${day}`);
      return { is: 'told', of: () => null };
    },
    found: null as { articleId: string; url: string | null } | null,
    /** called when a submission has arrived, before its answer does: a process can die here */
    arrived: async (): Promise<void> => undefined,
  };
  const platform: ArticlePlatform = {
    async prepare({ slug }) {
      log.push(`prepare ${slug}`);
      return toy.prepared;
    },
    async submit(way, draftId, key) {
      log.push(`submit ${way.way} ${draftId} ${key}`);
      await toy.arrived();
      return toy.submission;
    },
    async look() {
      return toy.state;
    },
    async find() {
      return toy.found;
    },
    async remove({ jobId }) {
      log.push(`remove ${String(jobId)}`);
      return true;
    },
    figures: {
      at: (ms) => ({ day: dayIn('Asia/Shanghai', ms), hour: Math.floor(ms / 3_600_000 + 8) % 24 }),
      cameOut: (day) => toy.cameOut(day),
    },
  };
  return Object.assign(toy, { platform });
}
