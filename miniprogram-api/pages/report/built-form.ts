/** The form's script and style as the build made them, each under an address that names its content. */

export interface BuiltFile {
  /** `report.0123456789abcdef.js` */
  readonly name: string;
  readonly type: 'text/javascript; charset=utf-8' | 'text/css; charset=utf-8';
  readonly body: Buffer;
  /** SHA-384, base64 */
  readonly sha384: string;
}

export interface BuiltForm {
  readonly script: BuiltFile;
  readonly style: BuiltFile;
}

export const builtPath = ({ name }: Pick<BuiltFile, 'name'>): string => `/report/${name}`;

export const integrityOf = ({ sha384 }: Pick<BuiltFile, 'sha384'>): string => `sha384-${sha384}`;
