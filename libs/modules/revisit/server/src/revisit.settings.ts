/** The revisit section of a policy pack: plans by kind of matter, rest hours, scripts, evaluation (PCK-1, RVT-1 … RVT-3, RVT-8). */
import { z } from 'zod';
import { PURPOSES, REVISIT_EVENTS, TROUBLES, WAYS } from '@bihuan/revisit-contract';

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'expected a time of day such as "21:00"');
const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const unit = z.strictObject({ unit: z.string() });

/** All lists that are given must hold the matter's own value; of `marks` one is enough. */
const when = z.strictObject({
  categories: z.array(z.string()).optional(),
  types: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
  levels: z.array(z.string()).optional(),
  marks: z.array(z.string()).optional(),
});

const plan = z.strictObject({
  code: z.string(),
  title,
  event: z.enum(REVISIT_EVENTS),
  /** Which matters of that kind; the first plan that fits is taken. */
  when: when.optional(),
  due: z.strictObject({
    /** When the call may be made first: as soon as the matter ended, or on the day its time ends. */
    from: z.enum(['at-once', 'due-day']),
    /** The policy's limit itself, or the close of the day on which it ends (RD-16). */
    until: z.enum(['limit', 'close-of-day']),
  }),
  policy: z.string(),
  /** Calendar of the days; absent: that of the unit whose people call. */
  calendar: z.string().optional(),
  /** Whose people call; absent: the unit the matter names. */
  caller: unit.optional(),
  purpose: z.enum(PURPOSES),
  /** How it is made; all of them (RVT-1e). */
  ways: z.array(z.enum(WAYS)).min(1),
  /** What the customer brings up that is registered as a complaint (RVT-4). */
  complaintFrom: z.array(z.enum(TROUBLES)),
});

const score = z.int();

export const revisitPackSection = z
  .strictObject({
    plans: z.array(plan),
    /** No calls between these times of day; a later start than end runs over midnight. */
    restHours: z.array(z.tuple([clock, clock])),
    /** Ways in which a revisit may be made; others are refused. */
    ways: z.array(z.enum(WAYS)).min(1),
    /** Clock of a questionnaire that was sent, and where its link leads (RVT-2). */
    questionnaire: z.strictObject({ policy: z.string(), address: z.url() }).optional(),
    /** Does 'fair' count as satisfied, and which branch does it take (RVT-3b)? */
    fairIsSatisfied: z.boolean(),
    fairBranch: z.enum(['satisfied', 'not-satisfied']),
    /** From which rating on the engineer counts as good and as middling (form 10). */
    ratings: z.strictObject({ good: z.int(), fair: z.int() }),
    /** Scripts by purpose: steps of the script library, most questions, target length (RVT-3a, RVT-3c). */
    scripts: z.array(
      z.strictObject({
        purpose: z.enum(PURPOSES),
        title,
        opening: z.string(),
        result: z.string(),
        questions: z.int().positive().nullable(),
        seconds: z.int().positive().nullable(),
      }),
    ),
    /** Marks of customers with whom the script may be left (RVT-3c). */
    mayLeaveScript: z.array(z.string()),
    /** Channel under which complaints heard in a call are registered. */
    complaintChannel: z.string(),
    evaluation: z
      .strictObject({
        scores: z.strictObject({ from: score, to: score, step: z.int().positive() }),
        items: z.array(z.strictObject({ code: z.string(), title })).min(1),
        /** A score at or below is very dissatisfied (RVT-8b). */
        veryDissatisfiedAt: score,
        /** Business division whose head answers for it (RVT-8a); absent: none. */
        division: unit.optional(),
        /** Whose officers confirm what is proposed as a complaint, and by when. */
        officer: unit,
        policy: z.string(),
        complaintChannel: z.string(),
        /** By the customer on the engineer's phone or a code on the sheet (RVT-8c). */
        onSite: z.boolean(),
      })
      .optional(),
  })
  .refine(({ evaluation: of }) => !of || (of.scores.to - of.scores.from) % of.scores.step === 0, {
    path: ['evaluation', 'scores'],
    error: 'expected a range that the step divides',
  })
  .refine(({ ways, questionnaire }) => !!questionnaire || !ways.some((way) => way === 'sms' || way === 'e-mail'), {
    path: ['questionnaire'],
    error: 'expected a clock and an address for the questionnaires sent by e-mail or SMS',
  });

export type RevisitSection = z.infer<typeof revisitPackSection>;
export type RevisitPlan = z.infer<typeof plan>;
export type EvaluationSection = NonNullable<RevisitSection['evaluation']>;
