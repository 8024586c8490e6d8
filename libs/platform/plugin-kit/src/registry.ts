/** Extension points: a named list to which rooms add at start and which the platform reads (no room imports another). */

/** A list that rooms fill while they start. Keys are unique: the second of a name stops the start. */
export class Registry<T> {
  private readonly items = new Map<string, T>();

  /** @param what what the list holds, for the message when a name comes twice */
  constructor(private readonly what: string) {}

  add(name: string, item: T): void {
    if (this.items.has(name)) throw new Error(`Two ${this.what} are named "${name}": rename one of them.`);
    this.items.set(name, item);
  }

  get(name: string): T | undefined {
    return this.items.get(name);
  }

  entries(): readonly (readonly [string, T])[] {
    return [...this.items];
  }

  values(): readonly T[] {
    return [...this.items.values()];
  }
}
