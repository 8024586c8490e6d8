/** A company at work: who acts, on which clock, in which units; and the papers that lie in its folder afterwards. */
import { DateTime } from 'luxon';
import type { Json } from '../api/person';
import { Person } from '../api/person';
import { ZONE } from '../check/check-times';
import type { OutFolder } from '../papers/out-folder';
import { ManualClock } from '../play/manual-clock';
import { refuse } from '../problems';
import { Papers } from './papers';

/** A record as the API gives it; stories name the fields they need. */
export type Row = Readonly<Record<string, unknown>>;

export class Office {
  private readonly people = new Map<string, Person>();

  private constructor(
    readonly url: string,
    readonly admin: Person,
    readonly clock: ManualClock,
    readonly papers: Papers,
    private readonly units: ReadonlyMap<string, string>,
    /** Takes a line of progress. */
    readonly say: (line: string) => void,
  ) {}

  /** @param from `2026-09-14 09:00`: where the month begins @throws DemoRefusal when the server is past it */
  static async open(url: string, from: string, out: OutFolder, say: (line: string) => void): Promise<Office> {
    const admin = await Person.logIn(url, 'admin');
    const clock = await ManualClock.of(admin, instant(from));
    const units = await admin.list<{ code: string; id: string }>('/units');
    const office = new Office(
      url,
      admin,
      clock,
      new Papers(out),
      new Map(units.map(({ code, id }) => [code, id])),
      say,
    );
    await office.at(from);
    return office;
  }

  async person(username: string): Promise<Person> {
    const known = this.people.get(username) ?? (await Person.logIn(this.url, username));
    this.people.set(username, known);
    return known;
  }

  /** Id of a unit by its code. */
  unit(code: string): string {
    const id = this.units.get(code);
    if (id === undefined) throw refuse(`没有部门 ${code}。`, `There is no unit ${code}.`);
    return id;
  }

  /** Moves the clock to local time such as `2026-09-29 10:00`; never back. Answers when all that follows has happened. */
  async at(local: string): Promise<void> {
    const wanted = instant(local);
    await this.clock.moveTo(wanted > this.clock.now ? wanted : this.clock.now);
  }

  /** Waits until all that was set in motion has happened. */
  settle(): Promise<void> {
    return this.clock.moveTo(this.clock.now);
  }

  /** Does something as a user: `act('agent', '/complaints/complaints', { … })`. */
  async act(username: string, path: string, body: Json = {}): Promise<Row> {
    return (await this.person(username)).post<Row>(path, body);
  }

  async list(path: string): Promise<Row[]> {
    return this.admin.list<Row>(path);
  }
}

export const instant = (local: string): Date => DateTime.fromSQL(local, { zone: ZONE }).toJSDate();

/** Local time of an answer's instant, `2026-09-29 10:00`. */
export const local = (iso: unknown): string =>
  DateTime.fromISO(String(iso), { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm');

/** With the offset, as bodies want it. */
export const iso = (at: string): string =>
  DateTime.fromSQL(at, { zone: ZONE }).toISO({ suppressMilliseconds: true }) ?? at;

export const idOf = (row: Row): string => String(row['id']);
export const numberOf = (row: Row): string => String(row['number']);
