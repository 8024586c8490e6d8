/** Two processes restarted in turn under load: no request fails, none is done twice, no work stays behind (PLG-4; R16). */
import { emptyDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount } from './support/amount';
import { Caller } from './support/people';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_200_000);

const RESTARTS = amount(20, 3);
const CLIENTS = 8;

it('PLG-4 R16 a rolling restart under load fails no request and leaves no event behind', async () => {
  const database = await emptyDatabase('faults');
  const env = { DATABASE_URL: database.url };
  const first = await SuiteProcess.start(env);
  const houses = [first, await SuiteProcess.start(env)];
  let over = false;
  const [taken, failed]: [string[], string[]] = [[], []];
  const db = await lookInto(database.url);
  try {
    const agent = await Caller.logIn(first.url, 'agent');
    let turn = 0;
    // As a proxy does: in turn, and away from one that is told to stop.
    const urls = () => {
      turn += 1;
      const alive = houses.map(({ url }) => url);
      return turn % 2 === 0 ? alive : alive.reverse();
    };
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (!over) {
        const reply = await agent.takeContact(urls, 20);
        if (reply?.status === 201) taken.push(String(reply.body['id']));
        else failed.push(JSON.stringify(reply ?? 'no answer'));
      }
    });
    for (let restart = 0; restart < RESTARTS; restart++) {
      const index = restart % 2;
      await pause(500);
      await houses[index]?.stop();
      houses[index] = await SuiteProcess.start(env);
    }
    await pause(500);
    over = true;
    await Promise.all(clients);
    const waiting = async () => {
      const [row] = (await db.query(
        `select (select count(*) from outbox.event where not relayed)::int
              + (select count(*) from outbox.delivery where state = 'pending')::int as count`,
      )) as { count: number }[];
      return row?.count ?? -1;
    };
    await until('every event delivered', async () => (await waiting()) === 0, 60);
    const [found] = (await db.query('select count(*)::int as count from hotline.contact')) as { count: number }[];
    tell({ restarts: RESTARTS, requests: taken.length, failed: failed.length, contacts: found?.count ?? 0 });
    expect(failed).toEqual([]);
    expect(new Set(taken).size).toBe(taken.length);
    // A request that was done and whose answer was lost is not done again.
    expect(found?.count).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(20 * RESTARTS);
  } finally {
    over = true;
    for (const house of houses) await house.kill();
    await db.destroy();
    await database.close();
  }
});
