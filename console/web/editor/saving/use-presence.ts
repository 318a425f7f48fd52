import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue';
import type { Named } from '../../api/common-types.js';
import { useServices } from '../../services/services.js';
import type { DeskApi } from '../api/desk-api.js';

/** The server takes a page for closed that has said nothing for 40 s. */
const everyMs = 15_000;

/** Says that this article is open here, and hears who else has it open. */
export function usePresence(id: string, api: Pick<DeskApi, 'presence'>): Readonly<Ref<readonly Named[]>> {
  const { session } = useServices();
  const others = shallowRef<readonly Named[]>([]);
  const tell = async (): Promise<void> => {
    if (session.state.value.kind !== 'in') return;
    try {
      ({ others: others.value } = await api.presence(id, true));
    } catch {
      // who else is here is not worth a word about the connection
    }
  };
  const timer = setInterval(() => void tell(), everyMs);
  void tell();
  onScopeDispose(() => {
    clearInterval(timer);
    if (session.state.value.kind === 'in') api.presence(id, false).catch(() => undefined);
  });
  return readonly(others);
}
