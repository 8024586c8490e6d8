/** Programs that read text out of a PDF, for what FRM-1 asks of all of them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianProgram, readPdf } from '@bihuan/testing-kit';
import { isMissing, type Missing } from './peer';

export interface Reader {
  readonly name: string;
  /** All text, without blanks. */
  text(pdf: Uint8Array): Promise<string>;
}

/** pdf.js always; poppler and MuPDF from Debian, or why not. */
export async function readers(): Promise<readonly (Reader | Missing)[]> {
  return [
    { name: 'pdf.js', text: async (pdf) => (await readPdf(pdf)).map(({ text }) => text).join('') },
    await program('pdftotext', 'poppler-utils', ['-v'], (file) => [file, '-']),
    await program('mutool', 'mupdf-tools', ['-v'], (file) => ['draw', '-F', 'text', file]),
  ];
}

async function program(
  name: string,
  packageName: string,
  probe: readonly string[],
  args: (file: string) => string[],
): Promise<Reader | Missing> {
  const found = await debianProgram({ path: `usr/bin/${name}`, package: packageName, probe });
  if ('reason' in found) return { name, reason: found.reason };
  return {
    name,
    text: async (pdf) => {
      const folder = mkdtempSync(join(tmpdir(), 'bihuan-reader-'));
      try {
        const file = join(folder, 'paper.pdf');
        writeFileSync(file, pdf);
        const env = { ...process.env, ...found.env };
        const { stdout } = await promisify(execFile)(found.path, args(file), { env, maxBuffer: 64e6 });
        return stdout.replace(/\s/g, '');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Readers that do not find every one of the words in the PDF. */
export async function blindTo(
  found: readonly (Reader | Missing)[],
  pdf: Uint8Array,
  words: readonly string[],
): Promise<string[]> {
  const blind: string[] = [];
  for (const reader of found) {
    if (isMissing(reader)) continue;
    const text = await reader.text(pdf);
    if (words.some((word) => !text.includes(word))) blind.push(reader.name);
  }
  return blind;
}
