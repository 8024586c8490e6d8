/** A scored sheet as form 15, and the empty form with the words of the company's template (APR-12). */
import type { Period } from '../../domain/period.state';
import type { Scored, Sheet } from '../../domain/sheet.state';
import type { Source } from '../../domain/source.state';
import type { Template, TemplatePart } from '../../template.settings';
import type { AppraisalSheetPaper } from './appraisal-sheet.form';

type Line = AppraisalSheetPaper['parts'][number]['rows'][number];

interface Points {
  readonly self: number | null;
  readonly points: number | null;
}

/** A line a band; part and item stand beside their first. */
function linesOf(part: TemplatePart, pointsOf: (item: string) => Points | undefined): Line[] {
  const span = part.items.reduce((sum, { bands }) => sum + bands.length, 0);
  const weight = part.items.reduce((sum, item) => sum + item.weight, 0);
  return part.items.flatMap((item, index) =>
    item.bands.map((band, row) => {
      const points = pointsOf(item.code);
      return {
        ...(index === 0 && row === 0 ? { part: { title: part.title.zh, weight, span } } : {}),
        ...(row === 0
          ? {
              item: {
                title: item.title.zh,
                weight: item.weight,
                standard: item.standard.zh,
                span: item.bands.length,
                ...shown('self', points?.self),
                ...shown('points', points?.points),
              },
            }
          : {}),
        guidance: band.guidance.zh,
        label: band.label,
      };
    }),
  );
}

const shown = <Key extends string>(key: Key, points: number | null | undefined) =>
  (points === null || points === undefined ? {} : { [key]: points }) as Partial<Record<Key, number>>;

const weightOf = (part: TemplatePart): number => part.items.reduce((sum, { weight }) => sum + weight, 0);

/** The words of the form, the same on the blank one. */
export function wordsOf(template: Template, pointsOf: (item: string) => Points | undefined = () => undefined) {
  const main = template.parts.filter(({ group }) => group === 'main');
  const others = template.parts.filter(({ group }) => group !== 'main');
  const mainShare = main.reduce((sum, part) => sum + weightOf(part), 0);
  return {
    mainShare,
    mainParts: main.map((part) => `${part.title.zh}${weightOf(part)}分`).join('+'),
    sumOf: [
      `部门考核部分（占比${mainShare}%）`,
      ...others.map((part) => `${headingOf(part)}部分（占比${weightOf(part)}%）`),
    ].join('+'),
    parts: main.map((part) => ({ rows: linesOf(part, pointsOf) })),
    others: others.map((part) => ({
      heading: `${headingOf(part)}（${weightOf(part)}%）`,
      rows: linesOf(part, pointsOf),
    })),
  };
}

const headingOf = ({ group, title }: TemplatePart): string =>
  group === 'hr' ? `${title.zh.replace(/考核$/, '')}评分` : `${title.zh}评分`;

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

export function paperOf(
  row: Sheet,
  { template }: Period,
  { parts, totals }: Scored,
  incentives: readonly Source[],
  unitName: string,
): AppraisalSheetPaper {
  const items = new Map(parts.flatMap((part) => part.items.map((item) => [item.code, item] as const)));
  const main = parts.filter(({ group }) => group === 'main');
  const sum = (of: readonly (number | null)[]): number | null =>
    of.some((each) => each === null) ? null : of.reduce<number>((all, each) => all + (each ?? 0), 0);
  const score = sum(main.map(({ points }) => points));
  const self = sum(main.flatMap((part) => part.items.map((item) => item.self)));
  return {
    unitName,
    number: row.number,
    name: row.employeeName,
    staffNumber: row.staffNumber,
    period: row.period,
    ...wordsOf(template, (code) => items.get(code)),
    ...shown('self', self),
    ...shown('score', score),
    incentives: incentives.map(({ date, points, ground, by }) => ({
      day: date,
      points: signed(points ?? 0),
      ground,
      by,
    })),
    ...(incentives.length > 0 ? { incentive: signed(totals.incentive) } : {}),
    ...(totals.capped ? shown('uncapped', totals.uncapped) : {}),
    ...shown('main', totals.main),
    ...shown('total', totals.total),
  };
}
