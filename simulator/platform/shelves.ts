import { createCodes, type Codes } from '../state/codes.js';
import { createOutcomes, type Outcomes } from '../state/outcomes.js';
import { createQuotas, type Quotas } from '../state/quotas.js';
import { createReadingFigures, type ReadingFigures } from '../state/reading-figures.js';
import { createSceneCodes, type SceneCodes } from '../state/scene-codes.js';
import { type Platform } from './api.js';
import { createDrafts, type Drafts } from './drafts.js';
import { createMassJobs, type MassJobs } from './mass-jobs.js';
import { createMenuState, type MenuState } from './menu-api.js';
import { createMonthlyLimit } from './monthly-limit.js';
import { createPublications, type Publications } from './publications.js';
import { createPublishJobs, type PublishJobs } from './publish-jobs.js';
import { type Template } from './template-fields.js';

/** What the platform's calls and the control API have in common. */
export interface Shelves {
  readonly menu: MenuState;
  readonly quotas: Quotas;
  readonly loginCodes: Codes;
  readonly phoneCodes: Codes;
  readonly templates: readonly Template[];
  readonly readings: ReadingFigures;
  readonly sceneCodes: SceneCodes;
  /** how many scene codes may last for ever */
  readonly permanentCodes: number;
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly outcomes: Outcomes;
  readonly publishJobs: PublishJobs;
  readonly massJobs: MassJobs;
}

export function createShelves(
  platform: Platform,
  given: Pick<Shelves, 'templates' | 'permanentCodes'>,
): Shelves {
  const { clock, random } = platform;
  const articles = {
    drafts: createDrafts(random),
    publications: createPublications(clock, random),
    readings: createReadingFigures(),
    outcomes: createOutcomes(),
  };
  return {
    ...given,
    ...articles,
    menu: createMenuState(),
    sceneCodes: createSceneCodes(clock),
    quotas: createQuotas(clock),
    loginCodes: createCodes(clock, random),
    phoneCodes: createCodes(clock, random),
    publishJobs: createPublishJobs(platform, articles),
    massJobs: createMassJobs(platform, { ...articles, mayReceive: createMonthlyLimit(platform) }),
  };
}
