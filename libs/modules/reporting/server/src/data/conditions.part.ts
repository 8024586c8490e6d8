/** A where clause with its parameters, built bit by bit. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** Answers the parameter's place, such as `$3`. */
  bind = (value: unknown): string => `$${this.parameters.push(value)}`;

  add(condition: string): void {
    this.parts.push(condition);
  }

  get sql(): string {
    return this.parts.join(' and ') || 'true';
  }
}
