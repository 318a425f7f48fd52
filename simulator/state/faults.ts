/** Unkindness on demand (reference 13.9). A fault is used up `times` times, then it is gone. */

/** Faults of what is pushed to the line: of one delivery, or of one attempt. */
export const pushFaults = [
  'duplicate',
  'reorder',
  'wrong-signature',
  'old-key',
  'drop-answer',
  'huge-id',
  'extra-fields',
  'empty-event-key',
  'list-as-object',
] as const;
/** Faults of what the platform's API answers. */
export const apiFaults = ['slow', 'reset', 'http-502', 'truncate', 'errcode', 'text-plain'] as const;

export type PushFault = (typeof pushFaults)[number];
export type ApiFault = (typeof apiFaults)[number];

export interface Fault {
  readonly kind: PushFault | ApiFault;
  /** the API's path or the end of it; unset: any call */
  readonly api?: string;
  /** with `errcode` */
  readonly errcode?: number;
  times: number;
}

export interface Faults {
  set(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** Whether this fault is due now; if so it is used up once. */
  strikesPush(kind: PushFault): boolean;
  /** The fault due for a call of this path, used up once. */
  strikesCall(path: string): Fault | null;
}

const most = 100;

export function createFaults(): Faults {
  let faults: Fault[] = [];
  const use = (fault: Fault | undefined): Fault | null => {
    if (fault === undefined) return null;
    fault.times -= 1;
    if (fault.times <= 0) faults = faults.filter((f) => f !== fault);
    return fault;
  };
  const ofCalls: readonly string[] = apiFaults;
  return {
    set: (fault) => {
      faults = [...faults, { ...fault }].slice(-most);
    },
    clear: () => {
      faults = [];
    },
    list: () => faults,
    strikesPush: (kind) => use(faults.find((f) => f.kind === kind)) !== null,
    strikesCall: (path) =>
      use(faults.find((f) => ofCalls.includes(f.kind) && (f.api === undefined || path.endsWith(f.api)))),
  };
}
