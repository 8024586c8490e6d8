/** The template of a sheet as it is shown: parts, items, weights, bands with their guidance (APR-1). */
import { z } from 'zod';

export const title = z.object({ zh: z.string(), en: z.string() });

/** A band of whole points (RD-33) and what earns it. */
export const bandView = z.object({
  from: z.int(),
  to: z.int(),
  /** As the company writes it: `8-15分`, `7分以下`. */
  label: z.string(),
  guidance: title,
});

/** Who gives the points: the head, the customers' answers, HR, or records of any other kind. */
export const SCORERS = ['head', 'customer', 'hr', 'records'] as const;

export const itemView = z.object({
  code: z.string(),
  title,
  weight: z.int(),
  standard: title,
  bands: z.array(bandView),
  scoredBy: z.enum(SCORERS),
});

/** Where a part counts: the department's score, the customers', HR's (APR-2). */
export const GROUPS = ['main', 'satisfaction', 'hr'] as const;

export type TitleView = z.infer<typeof title>;
export type BandView = z.infer<typeof bandView>;
export type ItemView = z.infer<typeof itemView>;
export type Group = (typeof GROUPS)[number];
export type Scorer = (typeof SCORERS)[number];
