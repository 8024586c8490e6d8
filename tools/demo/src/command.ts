/** The command line of the demonstration. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayStart, runDemo, SAMPLE } from './demo';
import { DemoRefusal, refusalText, refuse } from './problems';

const HELP = `npm run demo -- [--file 来电文件] [--out 输出目录]
  --file  CSV 或 XLSX；缺省为自带的 300 个来电 · CSV or XLSX; by default the sample of 300 calls
  --out   缺省 out · folder for papers and summary, by default out
`;

interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Gives the exit code. `--when` only prints where the clock of the server for this file must start. */
export async function command(
  argv: readonly string[],
  url: string | undefined,
  { out, err }: Streams,
): Promise<number> {
  try {
    const options = optionsOf(argv);
    if (options.help) out(HELP);
    else if (options.when) out(`${await dayStart(options.file)}\n`);
    else {
      if (!url) throw refuse('请用 npm run demo 启动。', 'Start it by "npm run demo": SUITE_URL is not set.');
      await runDemo({ url, file: options.file, out: options.out, say: (line) => out(`${line}\n`) });
    }
    return 0;
  } catch (error) {
    if (!(error instanceof DemoRefusal)) throw error;
    err(`✗ ${refusalText(error)}\n`);
    return 1;
  }
}

function optionsOf(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        file: { type: 'string' },
        out: { type: 'string', default: 'out' },
        when: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, file: values.file === undefined ? SAMPLE : resolve(values.file), out: resolve(values.out) };
  } catch (error) {
    throw refuse(`参数有误。\n${HELP}`, error instanceof Error ? error.message : String(error));
  }
}
