/** Figures that no module of the suite knows: customers by business, repairs of a firm without dispatch (RPT-1c, CMP-16). */
import { z } from 'zod';

/** `2026-09`, `2026-Q3`, `2026`. */
export const wholePeriod = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/, '2026-09, 2026-Q3, 2026');

const code = z.string().trim().min(1).max(60);

export const enterBaseFigures = z.strictObject({
  /** `customers`, `repairs`, … */
  figure: code,
  period: wholePeriod,
  rows: z
    .array(
      z.strictObject({
        value: z.number().min(0),
        business: code.optional(),
        level: code.optional(),
        brand: code.optional(),
        unitId: z.uuid().optional(),
      }),
    )
    .min(1)
    .max(5000),
});

export const baseFigureView = z.object({
  figure: z.string(),
  period: z.string(),
  value: z.number(),
  business: z.string().nullable(),
  level: z.string().nullable(),
  brand: z.string().nullable(),
  unitId: z.uuid().nullable(),
  /** `entered` or `imported`. */
  source: z.string(),
  enteredAt: z.string(),
});

export const salesLine = z.object({
  /** Number of the franchisee; empty in the total. */
  franchisee: z.string(),
  name: z.string(),
  /** Fen. */
  target: z.int(),
  actual: z.int(),
  /** Actual ÷ target; `null` without a target. */
  share: z.number().nullable(),
  /** Service cases of the period beside it. */
  complaints: z.int(),
  workOrders: z.int(),
});

export const salesView = z.object({ period: z.string(), rows: z.array(salesLine), total: salesLine });

export const emptyBody = z.strictObject({});

export const periodView = z.object({
  period: z.string(),
  state: z.enum(['open', 'closed']),
  closedAt: z.string().nullable(),
  /** Employee; `null` where it closed by itself. */
  closedBy: z.uuid().nullable(),
  /** SHA-256 over the inputs, in their order. */
  hash: z.string().nullable(),
  cases: z.int(),
});

/** A closed month computed anew from its frozen inputs. */
export const periodCheck = periodView.extend({ computed: z.string(), same: z.boolean() });

export type EnterBaseFigures = z.infer<typeof enterBaseFigures>;
export type BaseFigureView = z.infer<typeof baseFigureView>;
export type SalesLine = z.infer<typeof salesLine>;
export type SalesView = z.infer<typeof salesView>;
export type PeriodView = z.infer<typeof periodView>;
export type PeriodCheck = z.infer<typeof periodCheck>;
