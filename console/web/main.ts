import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/el-button.css';
import 'element-plus/theme-chalk/el-input.css';
import '../../web/tokens/tokens.css';
import './styles/element.css';
import './styles/base.css';

import I18NextVue from 'i18next-vue';
import { createApp, shallowRef, watch } from 'vue';
import { createStarter } from './services/start.js';
import { createServices } from './services/create-services.js';
import { servicesKey } from './services/services.js';
import App from './app.vue';
import { createTranslations } from './i18n/translations.js';
import { createConsoleRouter } from './router/create-router.js';

const services = createServices();
const { accounts, preferences, invitation, session, connection } = services;

/** Before anything else: an invitation's secret leaves the address bar. */
const takeInvitation = (): void => {
  invitation.take({
    hash: location.hash,
    replace: (hash) => {
      history.replaceState(history.state, '', hash);
    },
  });
};
takeInvitation();
addEventListener('hashchange', takeInvitation, { capture: true });
addEventListener('popstate', takeInvitation, { capture: true });
/** A part of the page could not be loaded: the server has a newer page, or there is no server at the moment. */
const partFailed = (): void => {
  accounts.line().then(
    () => {
      connection.partMissing();
    },
    () => undefined,
  );
};
addEventListener('vite:preloadError', partFailed);

const translations = await createTranslations(preferences.language.value);
watch(preferences.language, (language) => void translations.changeLanguage(language));

const startError = shallowRef<unknown>(null);
const starter = createStarter(services, startError);
createApp(App, { startError, onStart: starter.start })
  .provide(servicesKey, services)
  .use(I18NextVue, { i18next: translations })
  .use(createConsoleRouter({ session, started: starter.started, partFailed }))
  .mount('#app');
void starter.start();
