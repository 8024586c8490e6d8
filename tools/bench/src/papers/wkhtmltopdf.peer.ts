/** Debian's wkhtmltopdf, with our font: a process for each PDF, as its callers run it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { debianProgram } from '@bihuan/testing-kit';
import { FONT_FOLDERS } from './fonts';
import { type Missing, type Peer, twice } from './peer';

const NAME = 'wkhtmltopdf';

export async function wkhtmltopdf(): Promise<Peer | Missing> {
  const found = await debianProgram({ path: 'usr/bin/wkhtmltopdf', package: 'wkhtmltopdf', probe: ['--version'] });
  if ('reason' in found) return { name: NAME, reason: found.reason };
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-wkhtmltopdf-'));
  const [page, pdf, fonts] = ['page.html', 'page.pdf', 'fonts.conf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(fonts, FONTS);
  const env = {
    ...process.env,
    ...found.env,
    FONTCONFIG_FILE: fonts,
    QT_QPA_PLATFORM: 'offscreen',
    // Unpacked beside the program, not where it looks by itself.
    QT_PLUGIN_PATH: join(dirname(found.path), '../lib/x86_64-linux-gnu/qt5/plugins'),
    XDG_RUNTIME_DIR: folder,
  };
  const printed = async (html: string): Promise<Uint8Array> => {
    writeFileSync(page, html);
    await promisify(execFile)(found.path, ['--quiet', '--page-size', 'A4', page, pdf], { env });
    return readFileSync(pdf);
  };
  const close = (): Promise<void> => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
  try {
    await printed('<!doctype html><p>1');
  } catch (error) {
    await close();
    return { name: NAME, reason: (error as Error).message.split('\n')[0] ?? '' };
  }
  return { name: NAME, batch: 50, print: (sheets) => printed(twice(sheets)), close };
}

/** It wants the machine's own fonts too, and dies without any. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${FONT_FOLDERS.map((folder) => `<dir>${folder}</dir>`).join('')}</fontconfig>`;
