/** PostgreSQL ended at once, again and again, under twenty writers: everything that was answered 2xx is there (DLN-2; R7). */
import { pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { call } from '../support/hotline';
import { ownPostgres } from '../support/own-postgres';
import { amount } from './support/amount';
import { Caller } from './support/people';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_200_000);

const STOPS = amount(20, 2);
const WRITERS = 20;
/** Contacts confirmed between two stops. */
const BETWEEN = 100;

it('DLN-2 R7 every contact that was answered 201 is in the database, whole, with its entry, after PostgreSQL was ended at once', async () => {
  const postgres = await ownPostgres();
  const suite = await SuiteProcess.start({ DATABASE_URL: postgres.url });
  const confirmed: string[] = [];
  let [over, refused] = [false, 0];
  try {
    const agent = await Caller.logIn(suite.url, 'agent');
    const writer = async (): Promise<void> => {
      while (!over) {
        const reply = await agent.once(suite.url, '/hotline/contacts', call()).catch(() => undefined);
        if (reply?.status === 201) confirmed.push(String(reply.body['id']));
        else {
          refused += 1;
          await pause(100);
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, writer);
    for (let stops = 0; stops < STOPS; stops++) {
      const before = confirmed.length;
      await until('contacts', () => Promise.resolve(confirmed.length >= before + BETWEEN), 60);
      await postgres.stop();
      await pause(500);
      await postgres.start();
    }
    const before = confirmed.length;
    await until('contacts after the last stop', () => Promise.resolve(confirmed.length >= before + BETWEEN), 60);
    over = true;
    await Promise.all(writers);
    const db = await lookInto(postgres.url);
    try {
      const [found] = (await db.query(
        `select count(*)::int as contacts, count(e.id)::int as told from unnest($1::uuid[]) as c (id)
         join hotline.contact using (id) join audit.entry e on e.subject_id = c.id and e.action = 'taken'`,
        [confirmed],
      )) as { contacts: number; told: number }[];
      const [halves] = (await db.query(
        `select count(*)::int as count from (
           select c.id from hotline.contact c where not exists (select 1 from audit.entry e where e.subject_id = c.id)
           union all select e.subject_id from audit.entry e where e.kind = 'contact'
             and not exists (select 1 from hotline.contact c where c.id = e.subject_id)) as half`,
      )) as { count: number }[];
      tell({
        stops: STOPS,
        confirmed: confirmed.length,
        found: found?.contacts ?? 0,
        halves: halves?.count ?? -1,
        refused,
      });
      expect(found).toEqual({ contacts: confirmed.length, told: confirmed.length });
      expect(halves?.count).toBe(0);
      // The control: some were refused, so PostgreSQL was really away, and a contact that nobody confirmed is not found.
      expect(refused).toBeGreaterThan(0);
      const [none] = (await db.query('select count(*)::int as count from hotline.contact where id = $1', [
        '00000000-0000-4000-8000-000000000000',
      ])) as { count: number }[];
      expect(none?.count).toBe(0);
    } finally {
      await db.destroy();
    }
  } finally {
    over = true;
    await suite.kill();
    await postgres.close();
  }
});
