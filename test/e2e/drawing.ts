import sharp from 'sharp';

export interface FileOfPicture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A drawing as a JPEG, as a camera's would come; `tint` is its colour. */
export async function drawing(name: string, tint = '#0b5a61'): Promise<FileOfPicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><rect width="900" height="500" fill="${tint}"/><circle cx="680" cy="170" r="90" fill="#ffffff55"/><path d="M0 500 260 230 430 390 600 270 900 500Z" fill="#00000044"/></svg>`;
  const buffer = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
