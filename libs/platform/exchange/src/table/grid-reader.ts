/** Unpacks an XLSX or CSV into cells, in a thread of its own: a large sheet takes seconds, and others want answers. */
import { Worker } from 'node:worker_threads';
import { contentOf } from '@bihuan/attachments';
import { fileRefused } from '../exchange.errors';
import { unmarkText } from './formula';
import type { RawCell } from './read-cell.rules';

export type Grid = readonly (readonly RawCell[])[];

/** Rows of one file, headings included; a larger one is sent in parts. */
export const ROWS_AT_MOST = 50_001;

/** Longer than 50,000 rows of 20 columns take on a slow machine, milliseconds. */
const TIME = 60_000;

/** Memory of the thread, megabytes: a sheet that needs more is refused, and the suite goes on. */
const MEMORY = 768;

/**
 * The thread's whole work. It is text because the thread has no TypeScript of its own, neither in tests nor in the
 * built suite.
 */
const WORK = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { bytes, type, xlsx, csv } = workerData;
  const buffer = Buffer.from(bytes);
  const sheet = async () => require(xlsx).readSheet(buffer);
  const lines = async () => {
    let text;
    try { text = new TextDecoder('utf-8', { fatal: true }).decode(buffer); }
    catch { text = new TextDecoder('gb18030').decode(buffer); }
    const head = text.split(/\\r?\\n/, 1)[0];
    const count = (sign) => head.split(sign).length;
    const delimiter = [',', ';', '\\t'].sort((a, b) => count(b) - count(a))[0];
    return require(csv).parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  };
  (type === 'xlsx' ? sheet() : lines()).then(
    (grid) => parentPort.postMessage({ grid }),
    (error) => parentPort.postMessage({ failed: String(error && error.name) }),
  );
`;

/** `xlsx` or `csv` by the file's content. @throws 422 at /file */
export function sheetType(bytes: Buffer, name: string): 'xlsx' | 'csv' {
  const content = contentOf(bytes, name);
  if ('refused' in content) throw fileRefused(content.refused === 'empty-file' ? 'empty-file' : 'no-table');
  if (content.type === 'text/plain') return 'csv';
  if (content.type.endsWith('spreadsheetml.sheet')) return 'xlsx';
  throw fileRefused('no-table');
}

/** The first sheet's cells. @throws 422 at /file where it cannot be read or is too large */
export async function readGrid(bytes: Buffer, type: 'xlsx' | 'csv'): Promise<Grid> {
  const grid = await inThread(bytes, type);
  if (!grid) throw fileRefused('unreadable-table');
  if (grid.length > ROWS_AT_MOST) throw fileRefused('too-many-rows');
  return type === 'xlsx'
    ? grid
    : grid.map((line) => line.map((cell) => (typeof cell === 'string' ? unmarkText(cell) : cell)));
}

function inThread(bytes: Buffer, type: 'xlsx' | 'csv'): Promise<Grid | undefined> {
  const worker = new Worker(WORK, {
    eval: true,
    workerData: { bytes, type, xlsx: require.resolve('read-excel-file/node'), csv: require.resolve('csv-parse/sync') },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(undefined), TIME);
    const done = (grid: Grid | undefined): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(grid);
    };
    worker.once('message', (answer: { readonly grid?: Grid }) => done(answer.grid));
    worker.once('error', () => done(undefined));
    worker.once('exit', () => done(undefined));
  });
}
