/** What a page must not do, whatever is in it. */
import type { Page } from 'playwright-core';

export interface Watched {
  /** every host that was asked for anything */
  readonly hosts: Set<string>;
  /** what windows of scripts said */
  readonly dialogs: string[];
}

/** Follows what a page does from now on. Leaving it is always allowed. */
export function watch(page: Page, { hosts, dialogs }: Watched): void {
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') dialogs.push(dialog.message());
    void dialog.accept();
  });
}

/** Whether a script that came with what was written ran in it. */
export const ran = (page: Page): Promise<boolean> => page.evaluate(() => 'ran' in globalThis);
