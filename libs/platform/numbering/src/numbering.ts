/** Gap-free numbers, taken in the transaction of the record they name (NUM-1). */
import { Injectable } from '@nestjs/common';
import { formatNumber, frameOf, parsePattern, scopeOf, type NumberPattern, type NumberSource } from '@bihuan/domain';
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
   * The next number of the numbering `name` of the pack, at once. The counter's row is locked until the transaction
   * ends, so that a number is never lost or given twice: a rollback gives it back.
   */
  async next(tx: Transaction, name: string, source: NumberFor): Promise<string> {
    const { pattern, parts, scope } = this.asked(name, source);
    const { id: counterId, value: seq } = await nextSerial(tx, scope);
    const { number, overflow } = formatNumber(pattern, { ...parts, seq });
    const first = overflow && !formatNumber(pattern, { ...parts, seq: seq - 1 }).overflow;
    if (first) for (const listener of this.overflows.values()) await listener(tx, { name, number, counterId });
    return number;
  }

  /**
   * The same, taken with the last statement of the transaction: whoever wants the next one waits for that statement
   * and the commit only, not for the use case. What is answered stands for the number until then (`Transaction.draw`):
   * it may be written, told and answered, nothing else.
   */
  async atCommit(tx: Transaction, name: string, source: NumberFor): Promise<string> {
    const { pattern, parts, scope } = this.asked(name, source);
    const { before, after, width } = frameOf(pattern, parts);
    // Where the serial may outgrow its width meanwhile, somebody is to be told in this transaction.
    const given = await givenSoFar(tx, scope);
    if (given + MARGIN >= 10 ** width || !isPlain(before + after)) return this.next(tx, name, source);
    return tx.draw({ sql: DRAW, parameters: [scope, before, width, after] });
  }

  private asked(name: string, source: NumberFor) {
    const pattern = this.pattern(name);
    const parts: NumberSource = {
      ...source,
      date: source.at,
      timezone: source.timezone ?? this.policies.pack().timezone,
    };
    if (pattern.needs.includes('officer') && !/^\d{2,3}$/.test(source.officer ?? '')) {
      throw numberingErrors['no-officer-number']();
    }
    return { pattern, parts, scope: `${name}/${scopeOf(pattern, parts)}` };
  }

  private pattern(name: string): NumberPattern {
    const source = this.policies.pack().numbering[name];
    if (source === undefined) throw new Error(`The pack has no numbering "${name}".`);
    const known = this.patterns.get(source) ?? parsePattern(source);
    this.patterns.set(source, known);
    return known;
  }
}

/** More transactions than ever run at once between a look at the counter and its turn. */
const MARGIN = 200;

const COUNT = `insert into numbering.counter as c (scope, value) values ($1, 1)
  on conflict (scope) do update set value = c.value + 1`;

const DRAW = `${COUNT} returning $2::text || lpad(c.value::text, greatest($3::int, length(c.value::text)), '0') || $4::text
  as text`;

/** Stands in JSON as it is. */
const isPlain = (text: string): boolean => JSON.stringify(text).length === text.length + 2;

interface Counter {
  readonly id: string;
  readonly value: number;
}

async function nextSerial(tx: Transaction, scope: string): Promise<Counter> {
  const [counter] = await tx.query<Counter>(`${COUNT} returning id, value`, [scope]);
  return counter as Counter;
}

async function givenSoFar(tx: Transaction, scope: string): Promise<number> {
  const [counter] = await tx.query<Pick<Counter, 'value'>>('select value from numbering.counter where scope = $1', [
    scope,
  ]);
  return counter?.value ?? 0;
}
