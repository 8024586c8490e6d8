/**
 * Thousands of forms, the browser killed in the middle again and again: every form comes, whole, what is printed is filed
 * and counted once, and the memory of the process with its browser is told (FRM-2, FRM-3; R19).
 */
import { emptyDatabase, readPdf, pause, tell } from '@bihuan/testing-kit';
import { archived, lookInto } from '../support/archive';
import { makeForm, path } from '../support/hotline';
import type { Json, Person } from '../support/suite';
import { logIn } from '../support/suite';
import { amount } from './support/amount';
import { SuiteProcess } from './support/process';
import { browsersOf, memoryOf } from './support/process-tree';

jest.setTimeout(3_600_000);

const FORMS = amount(2_000, 100);
const KILLS = amount(50, 3);
const AT_ONCE = 4;
/** Of so many forms one is printed, which files it, and one is read word for word. */
const PRINTED = 10;
const READ = 25;

/** Kills browsers at moments spread over the work. Answers how many. */
async function killing(pid: number, done: () => number): Promise<number> {
  let killed = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    while (done() < (kill * FORMS) / (KILLS + 1)) await pause(10);
    // Right after one was done another is in the middle.
    for (const browser of browsersOf(pid)) {
      process.kill(browser, 'SIGKILL');
      killed += 1;
    }
  }
  return killed;
}

it('FRM-2 FRM-3 R19 forms come whole and are filed once though the browser is killed in the middle', async () => {
  const database = await emptyDatabase('faults');
  const suite = await SuiteProcess.start({ DATABASE_URL: database.url });
  const db = await lookInto(database.url);
  try {
    const agent: Person = await logIn(suite.url, 'agent');
    const form = await makeForm(agent);
    const number = String(form['number']);
    const memory: number[] = [];
    const wrong: string[] = [];
    let [next, done, printed] = [0, 0, 0];
    const one = async (index: number): Promise<void> => {
      if (index % PRINTED === 0) {
        const view: Json = await agent.do(`${path(form)}/forms/problem-form/prints`);
        if (!view['url']) wrong.push(`no paper: ${JSON.stringify(view)}`);
        printed += 1;
        return;
      }
      const { status, bytes } = await agent.pdf(`${path(form)}/forms/problem-form.pdf`);
      if (status !== 200 || !bytes.subarray(-10).includes('%%EOF')) wrong.push(`${status}, ${bytes.length} bytes`);
      if (index % READ === 1 && !(await readPdf(bytes)).some(({ text }) => text.includes(number))) wrong.push('empty');
    };
    const worker = async (): Promise<void> => {
      while (next < FORMS) {
        await one(next++);
        done += 1;
        if (done % READ === 0) memory.push(memoryOf(suite.pid));
      }
    };
    await one(1);
    expect(browsersOf(suite.pid)).not.toEqual([]);
    const kills = killing(suite.pid, () => done);
    const began = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const killed = await kills;
    const seen = await archived(db);
    tell({
      forms: FORMS,
      'browsers killed': killed,
      wrong: wrong.length,
      ...seen,
      'forms/s': Math.round((10_000 * FORMS) / (performance.now() - began)) / 10,
      'memory of the tree, MB at most': Math.max(...memory),
    });
    expect(wrong).toEqual([]);
    expect(seen).toMatchObject({ prints: printed, copies: printed });
    expect(printed).toBe(FORMS / PRINTED);
    // The control: browsers were really killed, and new ones print.
    expect(killed).toBeGreaterThanOrEqual(KILLS);
    expect(browsersOf(suite.pid)).not.toEqual([]);
  } finally {
    await suite.stop();
    await db.destroy();
    await database.close();
  }
});
