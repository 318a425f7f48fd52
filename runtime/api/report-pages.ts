/** The web form: its pages, and the script and style that the build left in dist/web/report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import type { BuiltFile, BuiltForm } from '../../miniprogram-api/pages/report/built-form.js';
import { createReportPages } from '../../miniprogram-api/pages/report/report-pages.js';
import type { Core } from '../compose.js';
import { homeOf } from '../home.js';
import { packageRoot } from '../storage/data-folder.js';

/** @throws when the form was not built: `npm run build` */
export function openReportPages({ profile }: Pick<Core, 'profile'>): Middleware {
  return createReportPages({
    home: homeOf(profile),
    built: readBuiltForm(join(packageRoot, 'dist', 'web', 'report')),
    emergency: profile.facts.emergency,
  });
}

interface Named {
  readonly name: string;
  readonly sha384: string;
}

/** What the build wrote down, with the files themselves. */
export function readBuiltForm(folder: string): BuiltForm {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly script: Named;
    readonly style: Named;
  };
  const file = ({ name, sha384 }: Named, type: BuiltFile['type']): BuiltFile => ({
    ...{ name, sha384, type },
    body: readFileSync(join(folder, name)),
  });
  return {
    script: file(manifest.script, 'text/javascript; charset=utf-8'),
    style: file(manifest.style, 'text/css; charset=utf-8'),
  };
}
