/** `/report/verify`: how somebody makes sure that the script they got is the one that was published. */
import { markup, type Markup } from '../markup.js';
import type { PageLang } from '../reader-lang.js';
import { builtPath, integrityOf, type BuiltFile } from './built-form.js';
import { formFrame, type FormPageParts } from './frame.js';
import { paragraph } from './report-page.js';

const words = {
  zh: {
    title: '确认页面没有被改过',
    why: '填写的内容在浏览器里加密，做这件事的是一个脚本文件。如果有人在服务器上换掉它，加密就靠不住了。所以可以自己核对：',
    what: '服务器现在给出的文件',
    file: '文件',
    hash: 'SHA-384 校验值',
    compare: '怎样核对',
    steps: [
      '在另一台信得过的设备上，打开软件发布页，找到所用版本的 manifest.json，里面列着同名文件的 sha384。',
      '把上面的脚本下载下来，在电脑上用下面任何一条命令算出校验值。',
      '三处应当完全一样：自己算的、这一页写的、发布页上的。不一样，就不要填写，请用其他方式举报。',
    ],
    browser:
      '浏览器载入页面时也会核对脚本，和页面里写的校验值不一样就不运行。但页面和脚本来自同一台服务器，所以还要和别处的校验值比。',
    limits:
      '这样能发现所有人都拿到的改动。只给某一个人的改动，要由这个人自己核对才发现得了；最稳妥的是换一个网络、换一台设备再比一次。',
    back: '回到举报页面',
  },
  en: {
    title: 'Telling that this page was not changed',
    why: 'What you write is sealed in your browser, and a script does that. If somebody replaced it on the server, the seal would be worth nothing. So you can check it yourself.',
    what: 'What this server hands out now',
    file: 'File',
    hash: 'SHA-384',
    compare: 'How to compare',
    steps: [
      'On another device that you trust, open the page where this software is released and find the manifest.json of the version in use. It lists the same file with its sha384.',
      'Download the script named above, and compute its hash with one of the commands below.',
      'All three should be equal: what you computed, what this page says, and what the release says. If they are not, do not use the form; report in another way.',
    ],
    browser:
      'Your browser compares too: a script whose hash is not the one written in the page does not run. But page and script come from the same server, so a hash from somewhere else is what counts.',
    limits:
      'This finds a change that everybody gets. One that only a single person gets is found only by that person: best compare once more from another network and another device.',
    back: 'Back to the form',
  },
} as const;

const commands = (name: string): readonly (readonly [system: string, command: string])[] => [
  ['Linux', `openssl dgst -sha384 -binary ${name} | base64 -w 0`],
  ['macOS', `openssl dgst -sha384 -binary ${name} | base64`],
  [
    'Windows PowerShell',
    `$h=[Security.Cryptography.SHA384]::Create(); [Convert]::ToBase64String($h.ComputeHash([IO.File]::ReadAllBytes("$PWD\\${name}")))`,
  ],
];

export function verifyPage(parts: FormPageParts, lang: PageLang): Markup {
  const says = words[lang];
  const { script, style } = parts.built;
  return formFrame(parts, {
    ...{ lang, title: says.title, path: '/report/verify', script: false },
    main: markup`<h1>${says.title}</h1>
<p class="lead">${says.why}</p>
<h2>${says.what}</h2>
<dl class="hashes">
${[script, style].map((file) => fileOf(file, says))}
</dl>
<h2>${says.compare}</h2>
<ol>
${says.steps.map((step) => markup`<li>${step}</li>`)}
</ol>
${commands(script.name).map(([system, command]) => markup`<h3>${system}</h3>\n<pre tabindex="0"><code>${command}</code></pre>`)}
${[says.browser, says.limits].map(paragraph)}
<p><a href="/report?lang=${lang}">${says.back}</a></p>`,
  });
}

function fileOf(file: BuiltFile, says: (typeof words)[PageLang]): Markup {
  return markup`<div><dt>${says.file} <a href="${builtPath(file)}" download>${file.name}</a></dt>
<dd><span>${says.hash}</span> <code>${integrityOf(file).slice('sha384-'.length)}</code></dd></div>`;
}
