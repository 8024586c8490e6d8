/** Of Jest's result. */
export interface Assertion {
  readonly fullName: string;
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly status: string;
  /** Milliseconds. */
  readonly duration?: number | null;
}
export interface Row {
  readonly name: string;
  readonly ids: readonly string[];
  readonly where: string;
  readonly what: string;
  readonly control: boolean;
  readonly passed: boolean;
  readonly seconds: number;
  readonly seen: Readonly<Record<string, string | number>>;
  readonly at: string;
}
export function machine(): string;
export function rowsOf(assertions: readonly Assertion[], told: ReadonlyMap<string, Row['seen']>, at: string): Row[];
export function tables(rows: readonly Row[]): string;
