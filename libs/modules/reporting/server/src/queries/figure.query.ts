/** A figure: one definition, evaluated for a period, by any mix of its dimensions, within the reader's reach (RPT-1 … RPT-4). */
import { Injectable } from '@nestjs/common';
import type { FigureView } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS } from '@bihuan/reporting-contract';
import type { Actor } from '@bihuan/plugin-kit';
import { Deployment, reachOf } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { BaseFigureStore } from '../data/base-figure.store';
import type { Slice } from '../data/row-source.part';
import { TermStore } from '../data/term.store';
import type { BaseDimension } from '../domain/base.rules';
import { baseDimensions, baseSums } from '../domain/base.rules';
import { cubeFor } from '../domain/fact.rules';
import type { GroupSum, Indicator, Sums, Term } from '../domain/indicator.rules';
import { rounded as exact, figureOf, joined, onBase } from '../domain/indicator.rules';
import { indicatorById } from '../domain/indicators';
import type { Period } from '../domain/period.rules';
import { before, lastYear, monthsOf, parsePeriod } from '../domain/period.rules';
import { ReportingPack } from '../pack.settings';
import { reportingErrors } from '../reporting.errors';

/** What is asked of an indicator. */
export interface Asked {
  readonly period: Period;
  readonly by: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  /** Units the reader may see; absent: all. */
  readonly units?: readonly string[];
}

export interface FigureQuestion {
  readonly period: string;
  readonly by?: readonly string[];
  readonly filter?: Readonly<Record<string, string>>;
}

@Injectable()
export class Figures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly terms: TermStore,
    private readonly bases: BaseFigureStore,
    private readonly pack: ReportingPack,
    private readonly deployment: Deployment,
  ) {}

  async figure(actor: Actor, id: string, question: FigureQuestion): Promise<FigureView> {
    const { indicator, asked } = await this.ask(actor, id, question);
    const { period, by } = asked;
    const lower = this.lowerOf(indicator);
    const whole = { ...asked, by: [] };
    const of = (sums: Omit<Sums, 'key'>) => figureOf(indicator.kind, lower, sums);
    const [rows, earlier, yearBefore, closed] = await Promise.all([
      by.length > 0 ? this.sums(indicator, asked) : Promise.resolve([]),
      this.total(indicator, { ...whole, period: before(period) }),
      this.total(indicator, { ...whole, period: lastYear(period) }),
      this.terms.closedMonths(period),
    ]);
    // The groups are all there is, but of what is not added up: the greatest, a base given as a whole.
    const adds = rows.length > 0 && indicator.kind !== 'max' && lower?.source !== 'base';
    const total = adds ? sumOf(rows) : await this.total(indicator, whole);
    const months = monthsOf(period);
    return {
      id,
      period: period.text,
      from: period.from,
      to: period.to,
      by: [...by],
      ...of(total),
      target: this.pack.target(id, asked.filter),
      rows: rows.map((sums) => ({
        key: { ...sums.key },
        ...of(sums),
        target: this.pack.target(id, { ...asked.filter, ...sums.key }),
      })),
      before: { period: before(period).text, value: of(earlier).value },
      lastYear: { period: lastYear(period).text, value: of(yearBefore).value },
      closed: months.length > 0 && months.every((month) => closed.includes(month)),
    };
  }

  /** @throws 404 for an unknown indicator, 422 for a period or a dimension it does not have */
  async ask(
    actor: Actor,
    id: string,
    { period, by = [], filter = {} }: FigureQuestion,
  ): Promise<{ readonly indicator: Indicator; readonly asked: Asked }> {
    const indicator = indicatorById(id);
    demandDimensions(indicator, [...by, ...Object.keys(filter)]);
    const units = unitsOf(actor);
    const today = this.pack.local(await this.work.now()).day;
    return {
      indicator,
      asked: { period: parsePeriod(period, today), by: [...new Set(by)], filter, ...(units ? { units } : {}) },
    };
  }

  /** Numerator and denominator by group; used by tables and reports too, so that numbers never disagree (RPT-4). */
  async sums(indicator: Indicator, asked: Asked): Promise<Sums[]> {
    const { numerator, kind } = indicator;
    const lower = this.lowerOf(indicator);
    const [upper, below] = await Promise.all([
      this.terms.sums(numerator, sliceOf(numerator, asked), kind === 'max'),
      lower ? this.lower(lower, asked) : Promise.resolve(null),
    ]);
    if (lower?.source !== 'base' || !below) return joined(upper, below);
    const dims = [...baseDimensions(asked.by), ...asked.by.filter((dim) => dim === 'month')];
    return onBase(withBases(upper, below, asked.by, dims), below, dims);
  }

  /** What the numerator is divided by here: counted, or entered where its module is not deployed. */
  lowerOf({ denominator, otherwise }: Indicator): Term | undefined {
    const [module] = denominator?.matter.split('.') ?? [];
    return otherwise && module !== undefined && !this.deployment.has(module) ? otherwise : denominator;
  }

  private async lower(term: Term, asked: Asked): Promise<GroupSum[]> {
    if (term.source !== 'base') return this.terms.sums(term, sliceOf(term, asked));
    const { period, by, filter, units } = asked;
    const months = monthsOf(period);
    const rows = await this.bases.of(term.matter, [period.text, ...months]);
    const parts = { by: baseDimensions(by), filter: baseFilter(filter), ...(units ? { units } : {}) };
    if (!by.includes('month')) return baseSums(rows, term.measure, { period: period.text, months, ...parts });
    return months.flatMap((month) =>
      baseSums(rows, term.measure, { period: month, months: [month], ...parts }).map(({ key, sum }) => ({
        key: { ...key, month },
        sum,
      })),
    );
  }

  private async total(indicator: Indicator, asked: Asked): Promise<Omit<Sums, 'key'>> {
    const [sums] = await this.sums(indicator, asked);
    const base = this.lowerOf(indicator)?.source === 'base';
    return sums ?? { numerator: 0, denominator: base || !indicator.denominator ? null : 0 };
  }
}

const sumOf = (rows: readonly Sums[]): Omit<Sums, 'key'> => ({
  numerator: exact(rows.reduce((sum, row) => sum + row.numerator, 0)),
  denominator: rows.some(({ denominator }) => denominator !== null)
    ? exact(rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0))
    : null,
});

/** A base without a single case counts too: 0 of so many. */
function withBases(
  upper: readonly GroupSum[],
  below: readonly GroupSum[],
  by: readonly string[],
  dims: readonly string[],
): readonly GroupSum[] {
  if (dims.length !== by.length) return upper;
  const own = (key: GroupSum['key']): string => JSON.stringify(dims.map((dim) => key[dim] ?? null));
  const known = new Set(upper.map(({ key }) => own(key)));
  return [...upper, ...below.filter(({ key }) => !known.has(own(key))).map(({ key }) => ({ key, sum: 0 }))];
}

const baseFilter = (filter: Asked['filter']): Partial<Record<BaseDimension, string>> =>
  Object.fromEntries(baseDimensions(Object.keys(filter)).map((dim) => [dim, filter[dim]]));

/** Units whose cases the reader may count; `undefined` for all. */
export function unitsOf(actor: Actor): readonly string[] | undefined {
  if (actor.kind === 'system') return undefined;
  const reach = reachOf(actor, REPORTING_PERMISSIONS.readFigures);
  return reach === 'all' ? undefined : (reach ?? []);
}

/** @throws 422 with the indicator's dimensions */
export function demandDimensions({ dimensions }: Indicator, asked: readonly string[]): void {
  const unknown = asked.find((dim) => !dimensions.includes(dim));
  if (unknown === undefined) return;
  throw reportingErrors['unknown-dimension']({
    params: { dimensions: dimensions.join(', ') },
    errors: [{ pointer: '/by', code: 'unknown-dimension', detail: dimensions.join(', ') }],
  });
}

/** The term's rows of a question, by the smallest roll-up that tells them. */
export function sliceOf({ source, matter, where }: Term, { period, by, filter, units }: Asked): Slice {
  const months = monthsOf(period);
  const dims = [...by, ...Object.keys(filter), ...Object.keys(where ?? {}), ...(units ? ['unit'] : [])];
  const cube = source === 'cases' && months.length > 0 ? cubeFor(matter, dims) : undefined;
  return { period, months, by, filter, ...(units ? { units } : {}), ...(cube ? { cube } : {}) };
}
