/** The words of a block: links, bold, italics, breaks, and the places of pictures. */
import { linkTo } from '../document/addresses.js';
import { encoded } from './html-tokens.js';
import { isElement, markerTag, styleOf, type HtmlElement, type HtmlNode } from './html-tree.js';
import { isUnseen, type Gathering } from './seen.js';

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
}

/** `marked`: false where all of it looks alike anyway, as in a heading. */
export function cleanInline(nodes: readonly HtmlNode[], gathering: Gathering, marked: boolean): string {
  const plain: Look = { bold: false, italic: false, link: null };
  return nodes
    .map((node) => piece(node, plain, gathering, marked))
    .join('')
    .replace(/[\t\n\r\f \u00A0]+/g, ' ')
    .replace(/<\/strong>( ?)<strong>|<\/em>( ?)<em>/g, '$1$2');
}

function piece(node: HtmlNode, look: Look, gathering: Gathering, marked: boolean): string {
  if (!isElement(node)) return written(node, look);
  if (isUnseen(node) || node.tag === markerTag || /ignore/i.test(styleOf(node, 'mso-list'))) return '';
  if (node.tag === 'br') return '<br>';
  if (node.tag === 'img') return picture(node, gathering);
  const next = marked ? lookOf(node, look) : { ...look, link: linkOf(node) ?? look.link };
  const words = node.children.map((child) => piece(child, next, gathering, marked)).join('');
  // words of two blocks are two words
  return /^(p|div|li|td|th|tr|dt|dd|h[1-6])$/.test(node.tag) ? ` ${words} ` : words;
}

const written = (text: string, { bold, italic, link }: Look): string => {
  if (text.trim() === '') return ' '.repeat(Math.min(text.length, 1));
  let words = encoded(text);
  if (italic) words = `<em>${words}</em>`;
  if (bold) words = `<strong>${words}</strong>`;
  return link === null ? words : `<a href="${encoded(link)}">${words}</a>`;
};

function lookOf(node: HtmlElement, { bold, italic, link }: Look): Look {
  const weight = styleOf(node, 'font-weight');
  const slant = styleOf(node, 'font-style');
  return {
    bold: isBold(weight) ?? (node.tag === 'b' || node.tag === 'strong' || bold),
    italic: slant === '' ? node.tag === 'i' || node.tag === 'em' || italic : /italic|oblique/.test(slant),
    link: linkOf(node) ?? link,
  };
}

/** null: says nothing of it */
function isBold(weight: string): boolean | null {
  if (weight === '' || weight === 'inherit') return null;
  return /^bold|^[6-9]\d\d/.test(weight);
}

const linkOf = ({ tag, attributes }: HtmlElement): string | null =>
  tag === 'a' ? linkTo((attributes.get('href') ?? '').trim()) : null;

function picture(node: HtmlElement, gathering: Gathering): string {
  const source = node.attributes.get('src') ?? '';
  if (!/^data:image\/(png|jpe?g|webp|gif);base64,/i.test(source)) {
    if (source !== '' && !source.startsWith('data:')) gathering.foreign += 1;
    return '';
  }
  gathering.pictures.push(source);
  const alt = encoded((node.attributes.get('alt') ?? '').slice(0, 500));
  return `<img data-upload="${gathering.pictures.length - 1}" alt="${alt}">`;
}
