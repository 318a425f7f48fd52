import type { ShallowRef } from 'vue';
import { isRefusal } from '../api/api-error.js';
import type { Services } from './services.js';

interface Needed extends Pick<Services, 'session' | 'line'> {
  readonly accounts: Pick<Services['accounts'], 'line' | 'session'>;
}

/** Asks for the line and for who is signed in, again if the first try fails; `started` resolves once both are known. */
export function createStarter(
  { accounts, session, line }: Needed,
  failed: ShallowRef<unknown>,
): { readonly start: () => Promise<void>; readonly started: Promise<void> } {
  let done = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    done = resolve;
  });

  const who = async (): Promise<void> => {
    try {
      const { me } = await accounts.session();
      session.begin(me);
    } catch (error) {
      if (!isRefusal(error, 'session.required')) throw error;
      session.none();
    }
  };

  return {
    started,
    start: async () => {
      failed.value = null;
      try {
        line.value = await accounts.line();
        await who();
        done();
      } catch (error) {
        failed.value = error;
      }
    },
  };
}
