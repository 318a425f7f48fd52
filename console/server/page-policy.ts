/** What the console's page may do in a browser: everything of its own origin, nothing of any other. */

/** Who may turn text into markup or scripts: Vue's own, the editor's reading of the clipboard, and the console's one. */
export const trustedTypes = ['vue', 'ProseMirrorClipboard', 'console#policy'] as const;

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedTypes.join(' ')} 'allow-duplicates'`,
];

export const pagePolicy = directives.join('; ');
