/** What a picture in a text carries. */
export interface PictureAttributes {
  /** empty while it is on its way up */
  readonly id: string;
  readonly alt: string;
  readonly caption: string;
  /** its name among the uploads; null: it is there */
  readonly upload: string | null;
}
