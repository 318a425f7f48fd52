/** A picture in the text: a block of its own, with what it shows in words, and a caption. */
import { mergeAttributes, Node } from '@tiptap/core';
import { pictureUrl } from '../../api/articles-api.js';
import { goOnBehind } from './go-on-behind.js';
import type { PictureAttributes } from './picture-attributes.js';
import { createPictureView, type PictureViewPorts } from './picture-view.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    picture: {
      insertPicture: (attributes: PictureAttributes) => ReturnType;
    };
  }
}

/** Without `view` it is only shown. */
export interface PictureOptions {
  readonly view: PictureViewPorts | null;
}

export const PictureNode = Node.create<PictureOptions>({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addOptions: () => ({ view: null }),
  addAttributes: () => ({
    id: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    caption: { default: '', rendered: false },
    upload: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (element) => ({
        id: element.dataset['picture'] ?? '',
        alt: element.dataset['alt'] ?? '',
        caption: element.dataset['caption'] ?? '',
      }),
    },
    {
      tag: 'img[data-upload]',
      getAttrs: (element) => ({
        upload: element.dataset['upload'] ?? null,
        alt: element.getAttribute('alt') ?? '',
      }),
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { id, alt, caption } = node.attrs as PictureAttributes;
    const data = { 'data-picture': id, 'data-alt': alt, 'data-caption': caption };
    return [
      'figure',
      mergeAttributes(HTMLAttributes, data),
      ...(id === '' ? [] : [['img', { src: pictureUrl(id, 'web'), alt }] as const]),
      ...(caption === '' ? [] : [['figcaption', caption] as const]),
    ];
  },
  addCommands: () => ({
    insertPicture:
      (attributes) =>
      ({ chain }) =>
        chain()
          .insertContent({ type: 'picture', attrs: attributes })
          .command(({ tr }) => {
            goOnBehind(tr);
            return true;
          })
          .run(),
  }),
  addNodeView() {
    const { view } = this.options;
    return view === null ? null : createPictureView(view);
  },
});
