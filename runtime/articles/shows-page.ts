/** Milliseconds that a page of ours may take. */
const patience = 5_000;

/** Whether readers get an article's page just now: it is fetched as they would. Never throws. */
export function createShowsPage(origin: string): (slug: string) => Promise<boolean> {
  return async (slug) => {
    try {
      const answer = await fetch(`${origin}/a/${slug}`, {
        method: 'HEAD', // a look of ours is no reader
        signal: AbortSignal.timeout(patience),
      });
      return answer.status === 200;
    } catch {
      return false;
    }
  };
}
