/** The hash of everything this page was built from (tools/build-console.mjs). */
declare const __CONSOLE_VERSION__: string;

/** For tools that read TypeScript only; vue-tsc reads the component itself. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}
