/** pdfmake in this process, with our font: the usual way without a browser. Its form is drawn by hand and somewhat simpler. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BOLD, REGULAR } from './fonts';
import type { Missing, Peer, Sheet } from './peer';

const NAME = 'pdfmake';
const PACKAGE = 'pdfmake@0.3.11';

interface PdfMake {
  setFonts(fonts: object): void;
  setLocalAccessPolicy(allowed: (path: string) => boolean): void;
  setUrlAccessPolicy(allowed: (url: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

export async function pdfmake(): Promise<Peer | Missing> {
  let made: PdfMake;
  try {
    made = createRequire(join(await installed(), 'x.js'))('pdfmake') as PdfMake;
  } catch (error) {
    return { name: NAME, reason: (error as Error).message.trim().split('\n').at(-1) ?? 'not installed' };
  }
  made.setFonts({ Noto: { normal: REGULAR, bold: BOLD } });
  made.setLocalAccessPolicy((path) => path === REGULAR || path === BOLD);
  made.setUrlAccessPolicy(() => false);
  return {
    name: NAME,
    batch: 50,
    print: (sheets) => made.createPdf(definition(sheets)).getBuffer(),
    close: () => Promise.resolve(),
  };
}

/** From the npm registry into a folder of its own: no package of the suite for the sake of a bench. */
async function installed(): Promise<string> {
  const folder = join(tmpdir(), `bihuan-npm-${process.getuid?.() ?? 0}`, PACKAGE);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const staged = mkdtempSync(`${folder}-`);
  try {
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefix', staged];
    await promisify(execFile)('npm', [...args, PACKAGE]);
    renameSync(staged, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  return folder;
}

const definition = (sheets: readonly Sheet[]): object => ({
  pageSize: 'A4',
  pageMargins: [51, 57, 48, 45],
  defaultStyle: { font: 'Noto', fontSize: 10.5 },
  content: sheets.flatMap((sheet, index) =>
    ['第一联 顾客', '第二联 公司'].map((copy, of) => ({
      stack: drawn(sheet, copy),
      ...(index + of > 0 ? { pageBreak: 'before' } : {}),
    })),
  ),
});

function drawn({ data }: Sheet, copy: string): object[] {
  const { number, customerName, phone, address, matter } = data;
  const wide = (label: string, text: string): (string | object)[] => [label, { text, colSpan: 3 }, '', ''];
  const body = [
    ['顾客', customerName, '地址', address],
    wide('联系人/电话', phone),
    ['产品型号', '', '编号', ''],
    ['报修时间', '2026-09-17 09:40', '要求到达', ''],
    wide('实际到达', ''),
    wide('故障现象', matter),
    wide('处理', '\n\n\n\n'),
    wide('备件', '\n\n\n'),
    ['工时', '', '费用', ''],
    wide('遗留问题', '\n\n'),
    wide('顾客对服务的评价', '\n'),
    wide('顾客签字并盖公章', '\n\n盖公章处\n\n'),
    wide('服务人员', ''),
  ];
  return [
    { text: `${number}　${copy}`, alignment: 'right' },
    { text: '产品售后服务单', fontSize: 17, bold: true, alignment: 'center' },
    { table: { widths: [68, '*', 74, 164], body } },
  ];
}
