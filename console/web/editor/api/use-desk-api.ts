import { createClient } from '../../api/client.js';
import { useServices } from '../../services/services.js';
import { createDeskApi, type DeskApi } from './desk-api.js';

/** The same client as the rest of the page has: what it hears goes to the same places. */
export function useDeskApi(): DeskApi {
  const { connection, clock, activity, session } = useServices();
  const client = createClient({
    fetch: (input, init) => fetch(input, init),
    hooks: {
      connected: (yes) => {
        connection.connected(yes);
      },
      heard: ({ version, serverTime }) => {
        connection.heardVersion(version);
        if (serverTime !== null) clock.heard(serverTime);
      },
      renewed: () => {
        activity.emit('renewed');
      },
      sessionOver: () => session.over(),
    },
  });
  return createDeskApi(client);
}
