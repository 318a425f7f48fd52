/** What comes within so many milliseconds; else `otherwise`. What comes later is not waited for, and its failure is nobody's. */
export async function within<T>(ms: number, coming: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, ms);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
    coming.catch(() => undefined);
  }
}

/** Milliseconds that somebody who looks at the desk waits for the platform. */
export const platformPatience = 1_500;
