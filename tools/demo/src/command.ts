/** The command line of the demonstration. The launcher asks `--plan` what to start, and plays company by company. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { companies } from './companies';
import { dayStart } from './day';
import { runCompany, runDemo } from './demo';
import { DemoRefusal, refusalText, refuse } from './problems';
import type { CompanySummary } from './summary/company-summary';
import { allText } from './summary/all-companies';

const HELP = `npm run demo -- [公司…] [--file 来电文件] [--out 输出目录]
  公司    ${companies.map(({ pack }) => pack).join('、')}；缺省为全部 · companies by pack, by default all of them
  --file  CSV 或 XLSX；只演示这一天的来电 · CSV or XLSX: only the calls of this day are played
  --out   缺省 out · folder for papers and summaries, by default out
`;

interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What the launcher starts a server for: a pack, where its clock begins, and how it is played. */
export interface Part {
  readonly pack: string;
  readonly start: string;
  readonly play: readonly string[];
}

/** Gives the exit code. */
export async function command(
  argv: readonly string[],
  url: string | undefined,
  { out, err }: Streams,
): Promise<number> {
  try {
    const options = optionsOf(argv);
    const say = (line: string): void => out(`${line}\n`);
    if (options.help) out(HELP);
    else if (options.plan) say(JSON.stringify(await planOf(options)));
    else if (options.sum) await sumUp(options, say);
    else {
      if (!url) throw refuse('请用 npm run demo 启动。', 'Start it by "npm run demo": SUITE_URL is not set.');
      if (options.company) await runCompany(options.company, { url, out: join(options.out, options.company), say });
      else if (options.file) await runDemo({ url, file: options.file, out: options.out, say });
    }
    return 0;
  } catch (error) {
    if (!(error instanceof DemoRefusal)) throw error;
    err(`✗ ${refusalText(error)}\n`);
    return 1;
  }
}

async function planOf({ file, out, packs }: Options): Promise<Part[]> {
  const rest = ['--out', out];
  if (file) return [{ pack: 'atm-5s4e', start: await dayStart(file), play: ['--file', file, ...rest] }];
  return companies
    .filter(({ pack }) => packs.includes(pack))
    .map(({ pack, from }) => ({
      pack,
      start: `${from.slice(0, 10)}T00:00:00+08:00`,
      play: ['--company', pack, ...rest],
    }));
}

/** One summary of the companies played, read from their folders. */
async function sumUp({ out, packs }: Options, say: (line: string) => void): Promise<void> {
  const all: CompanySummary[] = [];
  for (const pack of packs) {
    all.push(JSON.parse(await readFile(join(out, pack, 'summary.json'), 'utf8')) as CompanySummary);
  }
  const text = allText(all);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'summary.md'), text);
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(all, null, 2)}\n`);
  say(text);
}

type Options = ReturnType<typeof optionsOf>;

function optionsOf(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        out: { type: 'string', default: 'out' },
        plan: { type: 'boolean', default: false },
        company: { type: 'string' },
        sum: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const known = companies.map(({ pack }) => pack);
    const unknown = positionals.find((pack) => !known.includes(pack));
    if (unknown) throw new Error(`${unknown}: ${known.join(', ')}`);
    return {
      ...values,
      packs: known.filter((pack) => positionals.length === 0 || positionals.includes(pack)),
      file: values.file === undefined ? undefined : resolve(values.file),
      out: resolve(values.out),
    };
  } catch (error) {
    throw refuse(`参数有误。\n${HELP}`, error instanceof Error ? error.message : String(error));
  }
}
