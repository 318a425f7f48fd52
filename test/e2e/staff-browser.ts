/** Somebody of the staff in a browser: joins by a link, signs in, with a second factor of their own. */
import type { Browser, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { openPage, type View } from './simulator-browser.js';

/** What somebody wrote down when they joined. */
export interface Credentials {
  readonly name: string;
  readonly passphrase: string;
  readonly recovery: string;
  /** 32 letters of base32 */
  readonly totp: string;
}

export interface StaffPage {
  readonly page: Page;
  readonly problems: string[];
  readonly credentials: Credentials;
}

/** A window of its own, as a browser of another person. */
const wide: View = { width: 1440, height: 900, scheme: 'light' };

const primary = (page: Page) => page.locator('main .el-button--primary').last();

/** Goes through all steps of a link; the page stands where joining ends. */
export async function joinBy(
  browser: Browser,
  link: string,
  name: string,
  view: View = wide,
): Promise<StaffPage> {
  const { page, problems } = await openPage(browser, link, view);
  await primary(page).click();
  await page.locator('main input').first().fill(name);
  await primary(page).click();
  const passphrase = (await page.locator('ol.words .word').allTextContents()).join(' ');
  await primary(page).click();
  await page.locator('main input, main textarea').first().fill(passphrase);
  await primary(page).click();
  await page.locator('ol.groups').waitFor();
  const recovery = (await page.locator('ol.groups .group').allTextContents()).join(' ');
  await primary(page).click();
  await page.locator('main input, main textarea').first().fill(recovery.toLowerCase());
  await primary(page).click();
  await page.locator('details.by-hand summary').click();
  const totp = await page.locator('details.by-hand').locator('input, textarea').inputValue();
  const credentials = { name, passphrase, recovery, totp: totp.replaceAll(' ', '') };
  await page.locator('#join-code').fill(codeOf(credentials));
  await primary(page).click();
  await page.locator('.done').waitFor({ timeout: 60_000 });
  return { page, problems: withoutSignedOut(problems), credentials };
}

/** The six digits of this moment; `steps` of half a minute later, for a code that was not used yet. */
export function codeOf({ totp }: Credentials, steps = 0): string {
  const form = { algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(totp) } as const;
  return new TOTP(form).generate({ timestamp: Date.now() + steps * 30_000 });
}

/** A page asks first whether somebody is signed in; the browser notes down that nobody is. */
function withoutSignedOut(problems: string[]): string[] {
  const at = problems.findIndex((problem) => problem.includes('status of 401'));
  if (at !== -1) problems.splice(at, 1);
  return problems;
}
