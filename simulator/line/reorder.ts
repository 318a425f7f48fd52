/** Lets a message wait until another one of the same person has gone past it, for two seconds at most. */
export function createReorder(): {
  letOthersPass(openid: string): Promise<void>;
  passed(openid: string): void;
} {
  const waiting = new Map<string, () => void>();
  return {
    letOthersPass: (openid) =>
      new Promise((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          waiting.delete(openid);
          resolve();
        };
        const timer = setTimeout(go, 2000);
        waiting.set(openid, go);
      }),
    passed: (openid) => waiting.get(openid)?.(),
  };
}
