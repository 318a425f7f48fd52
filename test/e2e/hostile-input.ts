/** What somebody writes, pastes or uploads to make a page run it, fetch from elsewhere, or say what it does not. */
import sharp from 'sharp';
import type { FileOfPicture } from './drawing.js';

/** Everything that would run sets this, and opens a dialog. */
const attack = 'globalThis.ran = true; alert(1)';
const data = (type: string, text: string): string =>
  `data:${type};base64,${Buffer.from(text).toString('base64')}`;
const page = data('text/html', `<script>${attack}</script>`);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${attack}"><script>${attack}</script></svg>`;

export const hostileMarkdown = `<script>${attack}</script>

<img src="x" onerror="${attack}"> <svg onload="${attack}"></svg>

<iframe src="https://elsewhere.example/frame"></iframe>

<p style="position:fixed;inset:0" onclick="${attack}">盖住一切</p>

[指令](javascript:${encodeURIComponent(attack)}) [数据](${page}) [协议](//elsewhere.example/) [假冒](https://line.example@elsewhere.example/)

![数据](${data('image/svg+xml', svg)}) ![别处](https://elsewhere.example/track.png)

[引号](https://example.org/"onmouseover="${attack.replaceAll(' ', '')}) \`<b onclick=${attack}>\`

<${'a'.repeat(300)}

这里是正文。`;

export const hostileHtml = `<html><head><base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">
<link rel="stylesheet" href="https://elsewhere.example/a.css"></head><body onload="${attack}" style="background:url(https://elsewhere.example/b.png)">
<script>${attack}</script><script src="https://elsewhere.example/a.js"></script>
<p style="position:fixed;inset:0;z-index:9999" onclick="${attack}" class="x" id="field-title-zh">这里是<b onmouseover="${attack}">正文</b>。</p>
<img src="x" onerror="${attack}"><img srcset="https://elsewhere.example/c.png 2x" alt="图">
<svg onload="${attack}"><script>${attack}</script><a xlink:href="javascript:${attack}"><text>点</text></a></svg>
<math><mtext></p><img src=x onerror="${attack}"></mtext></math>
<iframe src="https://elsewhere.example/" srcdoc="<script>${attack}</script>"></iframe><object data="${page}"></object><embed src="${page}">
<form action="https://elsewhere.example/"><input name="a" autofocus onfocus="${attack}"><button formaction="javascript:${attack}">发送</button></form>
<a href="javascript:${attack}">指令</a> <a href="  java\nscript:${attack}">折行</a> <a href="${page}">数据</a> <a href="vbscript:x">旧</a> <a href="https://example.org/ok">通知</a>
<img src="${data('image/svg+xml', svg)}" alt="svg"><template><img src=x onerror="${attack}"></template><noscript><p title="</noscript><img src=x onerror='${attack}'>"></noscript>
<details open ontoggle="${attack}"><summary>更多</summary>细节</details><marquee onstart="${attack}">动</marquee><video><source onerror="${attack}"></video></body></html>`;

const file = (name: string, mimeType: string, buffer: Buffer): FileOfPicture => ({ name, mimeType, buffer });

export const svgAsPng = file('photo.png', 'image/png', Buffer.from(svg));
export const svgItself = file('photo.svg', 'image/svg+xml', Buffer.from(svg));
/** A script to who takes it for one, a picture to who looks at its first bytes. */
export const scriptAsGif = file(
  'photo.gif',
  'image/gif',
  Buffer.from(`GIF89a/*\x01\x00\x01\x00*/=1;${attack}`),
);

/** Of one colour, so small as a file, and of 40,008,000 points. */
export const tooManyPoints = async (): Promise<FileOfPicture> => {
  const create = { width: 8000, height: 5001, channels: 3, background: '#0b5a61' } as const;
  return file('poster.png', 'image/png', await sharp({ create }).png({ compressionLevel: 1 }).toBuffer());
};

/** A real picture with a page behind its end. */
export const pageBehindPicture = async (): Promise<FileOfPicture> => {
  const create = { width: 900, height: 383, channels: 3, background: '#7d4a00' } as const;
  const picture = await sharp({ create }).jpeg().toBuffer();
  return file('cover.jpg', 'image/jpeg', Buffer.concat([picture, Buffer.from(`<script>${attack}</script>`)]));
};
