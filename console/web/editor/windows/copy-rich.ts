/**
 * Puts a text with its look on the clipboard. True: it is there. The clipboard's newer interface reads the markup in this
 * page before it takes it, which the page's own rules forbid: styles written into elements. So the event of copying is
 * asked first, which takes it as it is.
 */
export async function copyRich(html: string, plain: string): Promise<boolean> {
  return byEvent(html, plain) || byInterface(html, plain);
}

function byEvent(html: string, plain: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer takes markup without reading it
    return document.execCommand('copy') && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}

async function byInterface(html: string, plain: string): Promise<boolean> {
  const blob = (type: string, text: string): Blob => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', plain) }),
    ]);
    return true;
  } catch {
    return false;
  }
}
