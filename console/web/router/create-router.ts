import { createRouter, createWebHashHistory, type Router } from 'vue-router';
import type { Session } from '../session/session.js';
import { arrive } from './arrivals.js';
import { detour } from './detour.js';
import { routes } from './routes.js';

/** `started` resolves when it is known who is signed in; until then nothing is shown. */
export function createConsoleRouter(ports: {
  readonly session: Session;
  readonly started: Promise<void>;
  /** A page could not be loaded. */
  readonly partFailed: () => void;
}): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach(async (to) => {
    await ports.started;
    const { open, act } = to.meta;
    return detour({ name: to.name, path: to.fullPath, open: open === true, act }, ports.session) ?? true;
  });
  router.afterEach((to, from, failure) => {
    if (failure === undefined && to.name !== from.name) arrive();
  });
  router.onError(ports.partFailed);
  return router;
}
