import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/build-dist.mjs',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '/test/support/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // A limit for what hangs, not for what is slow on a busy machine: speed is measured in bench/.
  testTimeout: 30_000,
  // Suites share nothing, and jest's own choice leaves a small machine one worker.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
};
