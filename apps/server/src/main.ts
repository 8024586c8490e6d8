/** The process: reads the environment, starts the suite, says where it listens, ends cleanly when told to. */
import { letYoungHeapGrow } from './young-heap';
import 'reflect-metadata';
import { readSettings } from './settings';
import { CONSOLE_FOLDER, startSuite } from './suite';

async function main(): Promise<void> {
  const suite = await startSuite(readSettings(process.env), { consoleFolder: CONSOLE_FOLDER });
  letYoungHeapGrow();
  process.stdout.write(`${suite.welcome}\n`);
  process.stdout.write(suite.url ? `ready ${suite.url}\n` : 'ready worker\n');
  const stop = (): void => {
    suite.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown): void {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch(fail);
