import base from './jest.config.mjs';

/** Journeys in a browser: `CHROMIUM_PATH`, else /usr/bin/chromium. */
export default {
  ...base,
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
