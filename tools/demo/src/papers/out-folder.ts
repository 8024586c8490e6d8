/** The folder into which papers and summary go; what an earlier run left in it is taken away first, nothing else. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '../problems';

/** What the demonstration writes into; `PAPER_FOLDERS` are those of the month's stories. */
export const PAPER_FOLDERS = [
  'appeals',
  'appraisal',
  'circulations',
  'complaints',
  'evaluations',
  'hr-file',
  'orders',
  'registers',
] as const;
const FOLDERS: readonly string[] = ['problem-forms', 'acceptance-records', ...PAPER_FOLDERS];
const FILES = /^(consultation-log|call-tally|revisit-sheet)-\d{4}-\d{2}-\d{2}\.pdf$|^(summary|day)\.(json|md)$/;

export class OutFolder {
  private constructor(readonly path: string) {}

  /** @throws DemoRefusal when the folder cannot be written */
  static async open(path: string): Promise<OutFolder> {
    try {
      await mkdir(path, { recursive: true });
      for (const name of await readdir(path)) {
        if (FOLDERS.includes(name) || FILES.test(name)) await rm(join(path, name), { recursive: true });
      }
      return new OutFolder(path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      throw refuse(`无法写入 ${path}（${code}）。`, `${path} cannot be written (${code}).`);
    }
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
