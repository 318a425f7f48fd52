// Workers and child processes load from dist/ (a .ts worker does not start under jest), so it is brought up to date first.
import { build } from '../../tools/build.mjs';

export default async () => {
  await build();
};
