/** What the routes of a revisit task take (api.md, RVT-1 … RVT-4). */
import { input } from '@bihuan/events';
import { z } from 'zod';

const { text, words, instant, version } = input;

export const REVISIT_STATES = [
  'planned',
  'prepared',
  'calling',
  'not-reached',
  'moved',
  'waiting',
  'done',
  'cancelled',
] as const;
export type RevisitState = (typeof REVISIT_STATES)[number];

/** What a task is about: the kind of event that planned it. */
export const REVISIT_EVENTS = ['problem-form', 'complaint', 'work-order', 'sample'] as const;
export type RevisitEvent = (typeof REVISIT_EVENTS)[number];

/** How a customer is asked (RVT-1e, RVT-2). */
export const WAYS = ['phone', 'visit', 'e-mail', 'sms'] as const;
export type Way = (typeof WAYS)[number];

/** Ways in which the customer answers a questionnaire by himself. */
export const WRITTEN_WAYS = ['e-mail', 'sms'] as const;
export type WrittenWay = (typeof WRITTEN_WAYS)[number];

/** Why a script is chosen (RVT-3c). */
export const PURPOSES = ['result', 'satisfaction', 'retention'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What the customer brought up against us (RVT-4). */
export const TROUBLES = ['problem', 'quarrel', 'complaint'] as const;
export type Trouble = (typeof TROUBLES)[number];

export const prepareTask = z.strictObject({ text: text(1000).optional(), version });
export const startTask = z.strictObject({ version });
export const resumeTask = z.strictObject({ version });
export const notReachedTask = z.strictObject({ text: text(1000).optional(), version });
export const moveTask = z.strictObject({ at: instant, reason: text(1000).optional(), version });
export const sendTask = z.strictObject({ way: z.string().min(1).max(20), version });
export const cancelTask = z.strictObject({ reason: words(1000), version });

/** What a questionnaire asks, by phone or by link (RVT-2, RVT-3). */
const answers = {
  /** The customer's own words. */
  words: text(4000).optional(),
  machineWorks: z.boolean().optional(),
  /** Rating of the engineer, 1 (poor) to 5 (good). */
  rating: z.int().min(1).max(5).optional(),
};

export const taskResult = z
  .strictObject({
    outcome: z.enum(['reached', 'not-reached']),
    satisfied: z.union([z.boolean(), z.literal('fair')]).optional(),
    ...answers,
    /** Branch of 'not satisfied': about what, what to improve, which improvement was promised (RVT-3b). */
    about: text(500).optional(),
    improve: text(1000).optional(),
    promised: text(1000).optional(),
    /** A proposal the customer made (CMP-9a). */
    suggestion: text(2000).optional(),
    trouble: z.enum(TROUBLES).optional(),
    /** Questions asked; more than the script's limit is shown, never blocked (RVT-3a). */
    questions: z.int().min(0).max(999).optional(),
    /** Why the script was left; only with flagged customers (RVT-3c). */
    leftScript: text(1000).optional(),
    /** Reference of the recording (RVT-3c). */
    recording: text(300).optional(),
    version,
  })
  .refine(({ outcome, satisfied }) => outcome === 'not-reached' || satisfied !== undefined, {
    path: ['satisfied'],
    params: {
      code: 'required',
      zh: '接通后须填写是否满意。',
      en: 'Required when the customer was reached.',
    },
  });

/** What a customer answers through his link; the code of the link stands in the body, never in an address. */
export const answerQuestionnaire = z.strictObject({
  code: z.string().min(20).max(100),
  satisfied: z.union([z.boolean(), z.literal('fair')]),
  ...answers,
});

export type TaskResult = z.infer<typeof taskResult>;
export type MoveTask = z.infer<typeof moveTask>;
export type AnswerQuestionnaire = z.infer<typeof answerQuestionnaire>;
