/** `npm run demo` against the suite: a file of calls becomes papers and a summary that adds up; the same twice; or nothing. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompanySummary, DaySummary } from '@bihuan/demo';
import { companies, dayStart, DemoRefusal, runCompany, runDemo } from '@bihuan/demo';
import { readPdf } from '@bihuan/testing-kit';
import { playSuite } from './support/suite';

jest.setTimeout(240_000);

const HEADING = 'time,officer,channel,phone,name,site,summary,category,kind,outcome,agreed';
const form = (time: string, officer: string, category = 'technical', kind = 'hardware', agreed = 'yes'): string =>
  `2026-09-17 ${time},${officer},phone,13812345678,王喆,城东支行,取款机吞卡,${category},${kind},form,${agreed}`;
const call = (time: string, category: string, outcome: string, channel = 'phone'): string =>
  `2026-09-17 ${time},02,${channel},,,滨江支行,问题,${category},,${outcome},`;

/** The row decides what becomes of a form: 2 late, 3 withdrawn, 5 late, 7 not satisfied, 12 waits, 19 returned. */
const CALLS = [
  form('09:00', '01'),
  form('09:00', '02', 'technical', 'software'),
  form('09:05', '01', 'sales', 'price'),
  call('09:06', 'consultation', 'answered'),
  form('09:07', '01', 'service', 'staff-attitude', 'no'),
  call('09:08', 'technical', 'awaiting-customer'),
  form('09:30', '02'),
  call('10:00', 'nuisance', 'nuisance'),
  call('10:01', 'praise', 'answered', 'visit'),
  call('10:02', 'nuisance', 'nuisance'),
  call('11:00', 'suggestion', 'answered', 'e-mail'),
  form('11:30', '01'),
  ...[13, 14, 15, 16, 17, 18].map((minute) => call(`12:${minute}`, 'consultation', 'answered')),
  form('14:00', '02', 'other', ''),
  call('19:00', 'technical', 'awaiting-customer'),
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-demo-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function callFile(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, [HEADING, ...lines].join('\n'));
  return file;
}

async function play(file: string, out: string): Promise<DaySummary> {
  const suite = await playSuite(await dayStart(file));
  try {
    return await runDemo({ url: suite.url, file, out: join(folder, out), say: () => undefined });
  } finally {
    await suite.close();
  }
}

/** The month of a company, on a suite of its own; `calls` in place of the 300 of the day. */
async function playCompany(pack: string, out: string, calls?: string): Promise<CompanySummary> {
  const from = companies.find((company) => company.pack === pack)?.from ?? '';
  const suite = await playSuite(`${from.slice(0, 10)}T00:00:00+08:00`, { SUITE_PACK: pack });
  const options = { url: suite.url, out: join(folder, out), say: () => undefined, ...(calls ? { calls } : {}) };
  try {
    return await runCompany(pack, options);
  } finally {
    await suite.close();
  }
}

/** File → text of its pages. */
async function papersIn(out: string): Promise<Map<string, string[]>> {
  const names = (await readdir(join(folder, out), { recursive: true })).filter((name) => name.endsWith('.pdf')).sort();
  const texts = new Map<string, string[]>();
  for (const name of names) {
    const pages = await readPdf(await readFile(join(folder, out, name)));
    texts.set(
      name,
      pages.map(({ text }) => text),
    );
  }
  return texts;
}

test('npm run demo: papers of a day, a summary that adds up, and two runs with the same papers', async () => {
  const file = await callFile('calls.csv', CALLS);
  const first = await play(file, 'first');
  expect(first.proofs.filter(({ holds }) => !holds)).toEqual([]);
  expect(first.calls.byOutcome).toEqual({ answered: 9, 'awaiting-customer': 2, form: 7, nuisance: 2 });
  expect(first.tally).toEqual({ strokes: 16, nuisance: 2, phoneContacts: 18 });
  const lines = Object.fromEntries(
    Object.entries(first.rows).map(([what, rows]) => [what, rows.map(({ line }) => line)]),
  );
  expect(lines).toMatchObject({
    late: [3, 6],
    withdrawn: [4],
    notSatisfied: [8],
    waitedForCustomer: [13],
    returned: [20],
    revisitNotSatisfied: [3],
  });
  expect(first.forms.byState).toEqual({ concluded: 6, withdrawn: 1 });

  expect(await play(file, 'second')).toEqual(first);
  const papers = await papersIn('first');
  expect(await papersIn('second')).toEqual(papers);
  expect(papers.get('problem-forms/2026091701001.pdf')?.join('')).toContain('王喆');
  expect([...papers.keys()].filter((name) => name.startsWith('acceptance-records/'))).toHaveLength(6);
  expect([...papers.keys()]).toEqual(
    expect.arrayContaining([
      'call-tally-2026-09-17.pdf',
      'consultation-log-2026-09-17.pdf',
      'revisit-sheet-2026-09-18.pdf',
    ]),
  );
});

test('npm run demo: with one wrong row nothing is imported, and the row is named by line and column', async () => {
  const file = await callFile('wrong.csv', [...CALLS.slice(0, 15), call('12:30', 'consultation', 'answered', '电报')]);
  const suite = await playSuite(await dayStart(file));
  try {
    const refused: unknown = await runDemo({
      url: suite.url,
      file,
      out: join(folder, 'wrong'),
      say: () => undefined,
    }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DemoRefusal);
    expect((refused as DemoRefusal).findings).toEqual([expect.objectContaining({ line: 17, column: 'channel' })]);
    expect(await (await suite.as('admin')).list('/hotline/contacts?filter[state]=all')).toEqual([]);
    expect((await (await suite.as('admin')).get('/clock')).body['now']).toBe('2026-09-16T16:00:00.000Z');
  } finally {
    await suite.close();
  }
});

const inFolder = async (out: string): Promise<string[]> =>
  (await readdir(join(folder, out), { recursive: true })).filter((name) => /\.(pdf|xlsx|csv|json)$/.test(name)).sort();

test('npm run demo: the month of the maker of ATMs adds up over hotline, dispatch, complaints, revisit', async () => {
  const { figures, proofs, papers } = await playCompany('atm-5s4e', 'atm', await callFile('month.csv', CALLS));
  expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
  const said = (zh: string) => figures.find((figure) => figure.zh === zh)?.value;
  // 24 repairs reported, and one machine that the revisit found not working.
  expect([said('来电'), said('维修'), said('表11 维修次数')]).toEqual([20, 25, 25]);
  expect(said('回访')).toBe(said('已完成的回访'));
  expect(proofs.map(({ en }) => en)).toEqual(
    expect.arrayContaining([
      'complaints registered = rows of form 7',
      'repairs of form 9 = repair orders concluded',
      'rate of form 9 = complaints ÷ repairs',
      'count of form 11 = repair orders concluded',
      'revisits planned = done + open',
    ]),
  );
  expect(papers.byForm).toMatchObject({
    'complaint-rate': 1,
    'complaint-register': 2,
    'complaint-report': 2,
    'fault-grades': 1,
    'revisit-weekly': 2,
  });
});

test('npm run demo: telecom, franchise and cable leave their papers and the HR file, and add up; twice the same', async () => {
  const [telecom, franchise, cable] = [
    await playCompany('telecom', 'telecom'),
    await playCompany('franchise', 'franchise'),
    await playCompany('cable-tv', 'cable'),
  ];
  for (const { proofs } of [telecom, franchise, cable]) {
    expect(proofs.length).toBeGreaterThan(4);
    expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
  }
  expect(telecom.papers.byForm).toMatchObject({ 'appeal-letter': 1, 'complaint-order': 1, 'supervision-order': 1 });
  expect((await inFolder('franchise')).filter((name) => name.startsWith('hr-file/'))).toEqual([
    'hr-file/hr-2026-09.csv',
    'hr-file/hr-2026-09.json',
    'hr-file/hr-2026-09.xlsx',
  ]);
  expect(cable.papers.byForm).toEqual({ 'service-sheet': 3 });

  expect(await playCompany('franchise', 'again')).toEqual(franchise);
  expect(await papersIn('again')).toEqual(await papersIn('franchise'));
  for (const file of ['hr-file/hr-2026-09.json', 'hr-file/hr-2026-09.csv']) {
    expect(await readFile(join(folder, 'again', file), 'utf8')).toBe(
      await readFile(join(folder, 'franchise', file), 'utf8'),
    );
  }
});
