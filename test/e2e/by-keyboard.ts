/** Somebody without a mouse: presses keys, and after each it is looked where the focus is. */
import type { Locator, Page } from 'playwright-core';
import type { FileOfPicture } from './drawing.js';

/** What has the focus after a key. */
export interface Focused {
  /** as it is read out */
  readonly name: string;
  readonly tag: string;
  /** why somebody would not find it; empty: they do */
  readonly trouble: string;
}

export type Keyboard = ReturnType<typeof keyboardOf>;

/** A trap would hold the key Tab for ever. */
const mostStops = 60;

export function keyboardOf(page: Page) {
  const troubles: string[] = [];
  // from the first moment, so that the browser's own window for files never opens
  page.on('filechooser', () => undefined);
  const press = async (key: string): Promise<Focused> => {
    await page.keyboard.press(key);
    return focused();
  };

  async function focused(): Promise<Focused> {
    const found = await page.evaluate(lookForFocus);
    if (found.trouble !== '') troubles.push(`${found.trouble}: ${found.tag} ${found.name}`);
    return found;
  }

  return {
    /** where the focus was lost, or not to be seen */
    troubles,
    focused,
    async press(...keys: readonly string[]): Promise<Focused> {
      for (const key of keys.slice(0, -1)) await press(key);
      return press(keys.at(-1) ?? 'Tab');
    },
    async type(text: string): Promise<Focused> {
      await page.keyboard.type(text);
      return focused();
    },
    /** Presses a key until the focus is on what is called like this. @throws when it never comes there */
    async go(name: string | RegExp, key = 'Tab'): Promise<Focused> {
      const passed: string[] = [];
      for (let found = await focused(); passed.length < mostStops; found = await press(key)) {
        if (typeof name === 'string' ? found.name === name : name.test(found.name)) return found;
        passed.push(found.name);
      }
      throw new Error(`${key} never came to ${String(name)}, but to ${passed.join(' · ')}`);
    },
    /** The button that has the focus asks for a file. */
    async choose(file: FileOfPicture): Promise<void> {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')]);
      await chooser.setFiles(file);
    },
    /**
     * Types a day (`2027-01-10`) into a field of days that has the focus. In which order a browser asks for year, month
     * and day is its own affair: which one this is shows when it is counted up.
     */
    async typeDay(field: Locator, day: string): Promise<void> {
      const parts = day.split('-');
      const read = async (): Promise<readonly string[]> => (await field.inputValue()).split('-');
      for (let stop = 0; stop < parts.length; stop += 1) {
        const before = await read();
        await press('ArrowUp');
        const after = await read();
        const place = before.findIndex((part, at) => part !== after[at]);
        await press('ArrowDown');
        await page.keyboard.type(parts[place] ?? '');
        // two digits are enough for a browser to go on to the next one
        if (place === 0 && stop < parts.length - 1) await press('Tab');
      }
    },
  };
}

/** Runs in the page. */
function lookForFocus(): Focused {
  const element = document.activeElement;
  if (element === null || element === document.body)
    return { name: '', tag: 'BODY', trouble: 'the focus is lost' };
  const words = (of: Element | null): string => (of?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const name =
    ids.map((id) => words(document.getElementById(id))).join(' ') ||
    (element.getAttribute('aria-label') ?? '') ||
    (labels || element instanceof HTMLSelectElement
      ? [...(element.labels ?? [])].map(words).join(' ')
      : words(element).slice(0, 60));
  return { name, tag: element.tagName, trouble: troubleWith(element) };

  function troubleWith(of: Element): string {
    // a heading that the page was moved to is read out, and cannot be pressed
    if (/^H[12]$/.test(of.tagName)) return '';
    const around: Element[] = [];
    for (let up: Element | null = of; up !== null && around.length < 5; up = up.parentElement)
      around.push(up);
    // of a field that is not seen itself, what stands for it
    const ring = around.findLast(hasRing);
    if (ring === undefined) return 'nothing shows the focus';
    const { left, top, right, bottom } = ring.getBoundingClientRect();
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return 'it is out of sight';
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const there = document.elementFromPoint(x, y);
    const seen = there !== null && (ring.contains(there) || there.contains(ring));
    return seen ? '' : `"${there?.className ?? ''}" lies over it`;
  }

  function hasRing(of: Element): boolean {
    const { outlineStyle, outlineWidth } = getComputedStyle(of);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  }
}
