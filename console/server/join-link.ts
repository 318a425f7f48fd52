/** The address of a page on which somebody joins: the secret stands behind `#`, so that no request and no log carries it. */
export function joinLink(consoleUrl: string, secret: string): string {
  return `${consoleUrl}/#/join/${secret}`;
}
