/** A line of HR's file: a breach by code, or the month's score (APR-9). */

export interface HrScore {
  readonly batch: string;
  readonly period: string;
  readonly staffNumber: string;
  /** Given: a breach. Absent: the score of HR's item. */
  readonly code: string | undefined;
  readonly date: string;
  readonly points: number | undefined;
  readonly ground: string;
  readonly witness: string;
}

type Cells = Readonly<Record<string, unknown>>;

const text = (values: Cells, key: string): string => (typeof values[key] === 'string' ? values[key] : '');

/** Without a day of its own a line is of the month's first. */
export function hrScoreOf(values: Cells): HrScore {
  const period = text(values, 'period');
  const points = values['points'];
  return {
    batch: text(values, 'batch'),
    period,
    staffNumber: text(values, 'staffNumber'),
    code: text(values, 'code') || undefined,
    date: text(values, 'date') || `${period}-01`,
    points: typeof points === 'number' ? points : undefined,
    ground: text(values, 'ground'),
    witness: text(values, 'witness'),
  };
}

/** What is the same line, however often the file is sent; without a batch its own figures tell it apart. */
export function scoreKey({ batch, period, staffNumber, code, date, points }: HrScore): string {
  const about = code === undefined ? ['score'] : [code, date];
  return ['hr', batch || `points ${points ?? ''}`, period, staffNumber, ...about].join(':');
}
