/** Gap-free numbers, taken in the transaction of the record they name (NUM-1). */
import { Injectable } from '@nestjs/common';
import { formatNumber, parsePattern, scopeOf, type NumberPattern } from '@bihuan/domain';
import type { Transaction } from '@bihuan/database';
import { Policies } from '@bihuan/policies';
import { numberingErrors } from './numbering.errors';
import { NumberOverflows } from './overflows';

export interface NumberFor {
  /** Hotline officer number, two or three digits. */
  readonly officer?: string;
  /** The instant whose day stands in the number. */
  readonly at: Date;
  /** Zone in which that day is read; the pack's unless given. */
  readonly timezone?: string;
  /** Values of further places of the pattern. */
  readonly values?: Readonly<Record<string, string>>;
}

@Injectable()
export class Numbering {
  private readonly patterns = new Map<string, NumberPattern>();

  constructor(
    private readonly policies: Policies,
    private readonly overflows: NumberOverflows,
  ) {}

  /**
   * The next number of the numbering `name` of the pack. The counter's row is locked until the transaction ends, so
   * that a number is never lost or given twice: a rollback gives it back.
   */
  async next(tx: Transaction, name: string, source: NumberFor): Promise<string> {
    const pattern = this.pattern(name);
    const parts = { ...source, date: source.at, timezone: source.timezone ?? this.policies.pack().timezone };
    if (pattern.needs.includes('officer') && !/^\d{2,3}$/.test(source.officer ?? '')) {
      throw numberingErrors['no-officer-number']();
    }
    const { id: counterId, value: seq } = await nextSerial(tx, `${name}/${scopeOf(pattern, parts)}`);
    const { number, overflow } = formatNumber(pattern, { ...parts, seq });
    const first = overflow && !formatNumber(pattern, { ...parts, seq: seq - 1 }).overflow;
    if (first) for (const listener of this.overflows.values()) await listener(tx, { name, number, counterId });
    return number;
  }

  private pattern(name: string): NumberPattern {
    const source = this.policies.pack().numbering[name];
    if (source === undefined) throw new Error(`The pack has no numbering "${name}".`);
    const known = this.patterns.get(source) ?? parsePattern(source);
    this.patterns.set(source, known);
    return known;
  }
}

interface Counter {
  readonly id: string;
  readonly value: number;
}

async function nextSerial(tx: Transaction, scope: string): Promise<Counter> {
  const [counter] = await tx.query<Counter>(
    `insert into numbering.counter as c (scope, value) values ($1, 1)
     on conflict (scope) do update set value = c.value + 1 returning id, value`,
    [scope],
  );
  return counter as Counter;
}
