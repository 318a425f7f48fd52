/** The texts of jobs and letters. They come with the first of their pages. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'i18next-vue';
import { addTexts } from '../i18n/translations.js';
import * as enFailures from '../texts/en/job-failures.js';
import * as enNames from '../texts/en/job-names.js';
import * as enJobs from '../texts/en/jobs.js';
import * as zhFailures from '../texts/zh/job-failures.js';
import * as zhNames from '../texts/zh/job-names.js';
import * as zhJobs from '../texts/zh/jobs.js';

export const en = { ...enJobs, ...enNames, ...enFailures };
export const zh = { ...zhJobs, ...zhNames, ...zhFailures };

declare module '../i18n/namespaces.js' {
  interface Namespaces {
    readonly jobs: typeof en;
  }
}

export type JobWords = TFunction<'jobs'>;

/** `t` for the texts of jobs and letters. */
export function useJobWords(): { readonly t: JobWords } {
  const { t, i18next } = useTranslation('jobs');
  if (!i18next.hasResourceBundle('en', 'jobs')) addTexts(i18next, 'jobs', { en, zh });
  return { t };
}

type JobKey = keyof typeof en.jobs;
const isJob = (name: string): name is JobKey => Object.hasOwn(en.jobs, name);

/** What a job is called; one that is newer than this page, as the server calls it. */
export const jobName = (t: JobWords, name: string): string => (isJob(name) ? t(`jobs.${name}.name`) : name);

/** What it does; null: not known to this page. */
export const jobDoes = (t: JobWords, name: string): string | null =>
  isJob(name) ? t(`jobs.${name}.does`) : null;
