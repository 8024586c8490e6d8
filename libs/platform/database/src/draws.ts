/**
 * Values PostgreSQL gives only when the appended rows are written: a serial whose counter everybody waits for is taken
 * in the last statement, not while the use case still computes. Until then a placeholder stands for it.
 */
import { randomUUID } from 'node:crypto';

/** A statement that answers one row with the column `text`; it may write. The text needs no escape in JSON. */
export interface Draw {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface PendingDraw extends Draw {
  readonly placeholder: string;
}

export class Draws {
  private waiting: PendingDraw[] = [];
  private readonly known = new Map<string, string>();

  add(draw: Draw): string {
    const placeholder = `drawn:${randomUUID()}`;
    this.waiting.push({ ...draw, placeholder });
    return placeholder;
  }

  get pending(): readonly PendingDraw[] {
    return this.waiting;
  }

  /** True where nothing was ever drawn: there is nothing to look for. */
  get none(): boolean {
    return this.waiting.length === 0 && this.known.size === 0;
  }

  /** What was waiting was answered, in the order in which it was drawn. */
  learn(texts: readonly string[]): void {
    this.waiting.forEach(({ placeholder }, index) => this.known.set(placeholder, texts[index] ?? ''));
    this.waiting = [];
  }

  /** Those not answered yet are given up: they were drawn for what was taken back. */
  forget(): void {
    this.waiting = [];
  }

  /** Does a value hold a placeholder that is not answered yet? */
  waitsIn(value: unknown): boolean {
    if (this.waiting.length === 0) return false;
    const text = textOf(value);
    return text !== undefined && this.waiting.some(({ placeholder }) => text.includes(placeholder));
  }

  /** The text with what is known in its places. */
  inText(text: string): string {
    let written = text;
    for (const [placeholder, value] of this.known) written = written.replaceAll(placeholder, value);
    return written;
  }

  /** A value of any shape with what is known in its places; dates, bytes and objects of classes stay as they are. */
  inValue<T>(value: T): T {
    if (this.known.size === 0) return value;
    return this.replaced(value) as T;
  }

  private replaced(value: unknown): unknown {
    if (typeof value === 'string') return this.inText(value);
    if (Array.isArray(value)) return value.map((one) => this.replaced(one));
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.replaced(one)]));
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return undefined;
  return JSON.stringify(value);
}
