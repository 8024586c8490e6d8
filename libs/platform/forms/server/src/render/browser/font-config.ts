/** The only fonts the browser sees: Noto Sans SC in two weights, so that paper is the same on every machine (FRM-1). */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { handOver, readablePath } from './user-folder';

const WEIGHTS = ['400Regular', '700Bold'] as const;

/** Folder of the font package. */
export const fontHome = (): string => dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

/** The regular weight, whose glyphs the stamps use too. */
export const regularFont = (): string => join(fontHome(), '400Regular', 'NotoSansSC_400Regular.ttf');

/** Writes the fontconfig file and answers with its path (FONTCONFIG_FILE). */
export function writeFontConfig(cache: string, uid: number | undefined): string {
  const folders = WEIGHTS.map((weight) => readablePath(join(fontHome(), weight), cache));
  const name = createHash('sha256').update(folders.join('\n')).digest('hex').slice(0, 12);
  const home = join(cache, `fonts-${name}-${uid ?? 'own'}`);
  const store = join(home, 'cache');
  mkdirSync(store, { recursive: true, mode: 0o755 });
  handOver(store, uid);
  const file = join(home, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${xml(folder)}</dir>`),
    `<cachedir>${xml(store)}</cachedir>`,
    '</fontconfig>',
  ];
  const text = lines.join('\n') + '\n';
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return file;
  // Another process may be reading it: a whole new file takes the place of the old one.
  const staged = `${file}.${process.pid}`;
  writeFileSync(staged, text);
  renameSync(staged, file);
  return file;
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
