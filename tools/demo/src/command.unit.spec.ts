/** What the launcher is told to start, and what is refused before anything is started. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from './command';
import { command } from './command';

async function said(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const code = await command(argv, undefined, {
    out: (text) => void (texts.out += text),
    err: (text) => void (texts.err += text),
  });
  return { code, ...texts };
}

const plan = async (...argv: string[]): Promise<Part[]> => JSON.parse((await said(...argv, '--plan')).out) as Part[];

test('npm run demo: a company for each pack of the stories, each from the morning its month begins', async () => {
  const parts = await plan('--out', '/tmp/papers');
  expect(parts.map(({ pack, start }) => [pack, start])).toEqual([
    ['atm-5s4e', '2026-09-17T00:00:00+08:00'],
    ['telecom', '2026-09-14T00:00:00+08:00'],
    ['franchise', '2026-09-01T00:00:00+08:00'],
    ['cable-tv', '2026-09-17T00:00:00+08:00'],
  ]);
  expect(parts[1]?.play).toEqual(['--company', 'telecom', '--out', '/tmp/papers']);
  expect((await plan('cable-tv')).map(({ pack }) => pack)).toEqual(['cable-tv']);
});

test('npm run demo: a company that is not there is refused with the list', async () => {
  const { code, err } = await said('bakery', '--plan');
  expect([code, err]).toEqual([1, expect.stringContaining('bakery: atm-5s4e, telecom, franchise, cable-tv')]);
});

test('npm run demo -- --file plays only the day of that file, and a summary of what was not played is an error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-plan-'));
  try {
    const file = join(folder, 'calls.csv');
    await writeFile(
      file,
      'time,officer,channel,phone,name,site,summary,category,kind,outcome,agreed\n2026-03-02 09:00,01,phone,,,,问,consultation,,answered,',
    );
    expect(await plan('--file', file)).toEqual([
      expect.objectContaining({ pack: 'atm-5s4e', start: '2026-03-02T00:00:00+08:00' }),
    ]);
    await expect(said('--sum', '--out', folder)).rejects.toThrow('ENOENT');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
