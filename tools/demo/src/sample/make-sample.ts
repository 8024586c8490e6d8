/** Makes the sample call file: 300 calls of one day with every odd case, always the same. Run: `node tools/demo/dist/sample/make-sample.js`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import { OUTCOMES } from '../check/call';
import { ZONE } from '../check/check-times';
import { Codes } from '../check/codes';
import { COLUMNS } from '../parse/columns';
import type { ColumnId } from '../parse/columns';
import { Draw } from '../plan/draw';
import * as matters from './matters';
import type { Some } from './people';
import { AREA_CODES, BANKS, BRANCHES, GIVEN, MOBILE_HEADS, PLACES, SURNAMES } from './people';

type Cells = Record<ColumnId, string>;

const SEED = 'sample-2026-09-17';
const DAY = '2026-09-17T08:30:00';
const CALLS = 300;
/** Seconds between two calls, so that 300 fill the hotline's day. */
const GAP = { from: 20, to: 260 };

/** Of a hundred calls. */
const MIX = { answered: 52, 'awaiting-customer': 6, form: 30, nuisance: 12 };
const FORM_MIX = { technical: 72, service: 9, sales: 11, other: 8 };
const QUESTION_MIX = { consultation: 45, technical: 32, service: 8, sales: 6, other: 9 };
const CHANNEL_MIX = { '电话（800）': 84, 网站提问: 4, BBS论坛: 2, 传真: 3, 来访: 3, 电子邮件: 3, 来函: 1 };

const TITLES: Readonly<Record<string, string>> = {
  technical: '技术质量', service: '服务', sales: '销售', other: '其它',
  consultation: '咨询', suggestion: '建议', praise: '表扬', nuisance: '骚扰或打错',
  hardware: '硬件', software: '软件',
  'product-quality': '产品质量', 'parts-delay': '备件未到造成延误', 'staff-attitude': '服务人员态度',
  'business-terms': '商务及营运', advertisement: '广告内容和实际不符', 'agent-conduct': '销售代理商言行',
  promotion: '促销内容和实际不符', price: '价格高于媒体报价', 'special-wish': '特殊要求',
}; // prettier-ignore

const title = (code: string): string => TITLES[code] ?? code;
const outcomes = new Codes(OUTCOMES);

function caller(draw: Draw): Pick<Cells, 'name' | 'phone' | 'site'> {
  const digits = (what: string, count: number): string =>
    String(draw.between(what, 0, 10 ** count - 1)).padStart(count, '0');
  const mobile = `${draw.pick('head', MOBILE_HEADS)}${digits('mobile', 8)}`;
  const office = `${draw.pick('area', AREA_CODES)}-${draw.between('office', 2, 8)}${digits('line', 7)}`;
  return {
    name: draw.pick('surname', SURNAMES) + draw.pick('given', GIVEN),
    phone: draw.share('phone') < 0.75 ? mobile : office,
    site: draw.pick('bank', BANKS) + draw.pick('place', PLACES) + draw.pick('branch', BRANCHES),
  };
}

const wordsOf = (lists: Readonly<Record<string, Some>>, key: string): Some => lists[key] ?? matters.OTHER;

function formCall(draw: Draw): Pick<Cells, 'category' | 'kind' | 'summary' | 'agreed'> {
  const category = draw.weighted('form-category', FORM_MIX);
  const agreed = draw.share('agreed') < 0.94 ? '是' : '否';
  if (category === 'other')
    return { category: title(category), kind: '', summary: draw.pick('words', matters.OTHER), agreed };
  const lists = { technical: matters.FAULTS, service: matters.SERVICE, sales: matters.SALES }[category];
  const kind =
    category === 'technical'
      ? draw.weighted('kind', { hardware: 65, software: 28, other: 7 })
      : draw.pick('kind', Object.keys(lists) as [string, ...string[]]);
  return { category: title(category), kind: title(kind), summary: draw.pick('words', wordsOf(lists, kind)), agreed };
}

function otherCall(draw: Draw, outcome: string): Pick<Cells, 'category' | 'kind' | 'summary' | 'agreed'> {
  const rest = { kind: '', agreed: '' };
  if (outcome === 'nuisance') {
    return { ...rest, category: title('nuisance'), summary: draw.pick('words', matters.WRONG_NUMBERS) };
  }
  if (outcome === 'awaiting-customer') {
    return {
      ...rest,
      category: title('technical'),
      summary: draw.pick('words', wordsOf(matters.QUESTIONS, 'technical')),
    };
  }
  const odd = draw.share('odd');
  if (odd < 0.03) return { ...rest, category: title('praise'), summary: draw.pick('words', matters.PRAISES) };
  if (odd < 0.07) return { ...rest, category: title('suggestion'), summary: draw.pick('words', matters.SUGGESTIONS) };
  const category = draw.weighted('question', QUESTION_MIX);
  return { ...rest, category: title(category), summary: draw.pick('words', wordsOf(matters.QUESTIONS, category)) };
}

/** The one before calls again about another machine of the same site. */
const SAME_SITE = new Set([24, 91, 167, 233]);
/** Callers who give no name. */
const UNKNOWN = new Set([13, 58, 120, 205, 271]);

function callAt(row: number, time: DateTime, before: Cells | undefined): Cells {
  const draw = new Draw(SEED, row);
  const again = SAME_SITE.has(row) ? before : undefined;
  const outcome = again || SAME_SITE.has(row + 1) ? 'form' : draw.weighted('outcome', MIX);
  const nuisance = outcome === 'nuisance';
  const who = again ?? caller(draw);
  const channel = nuisance || again ? '电话（800）' : draw.weighted('channel', CHANNEL_MIX);
  const unknown = nuisance || UNKNOWN.has(row);
  const hidden =
    (nuisance && draw.share('hidden') < 0.5) || (channel !== '电话（800）' && draw.share('no-phone') < 0.4);
  return {
    time: time.toFormat('yyyy-MM-dd HH:mm'),
    officer: again?.officer ?? (draw.share('officer') < 0.55 ? '01' : '02'),
    channel,
    phone: hidden ? '' : who.phone,
    name: unknown ? '' : who.name,
    site: nuisance ? '' : who.site,
    ...(outcome === 'form' ? formCall(draw) : otherCall(draw, outcome)),
    outcome: outcomes.title(outcome).zh,
  };
}

/** Cases that a draw would not bring: a text over two lines, with comma and quotes; a very long one; full-width digits. */
function withOddTexts(calls: readonly Cells[]): Cells[] {
  return calls.map((call, index) => {
    if (index === 41) return { ...call, summary: `${call.summary},屏幕显示"ERROR 12, RETRY"\n用户要求尽快回电` };
    if (index === 99)
      return {
        ...call,
        summary: `${call.summary}。${'用户补充：此前已报修过，当时工程师更换了部件，运行两周后又出现同样现象。'.repeat(6)}`,
      };
    if (index === 150) return { ...call, phone: '１３８１２３４５６７８', site: `${call.site}（二楼大厅）` };
    return call;
  });
}

export function sampleCsv(): string {
  const calls: Cells[] = [];
  let time = DateTime.fromISO(DAY, { zone: ZONE });
  for (let row = 1; row <= CALLS; row++) {
    time = time.plus({ seconds: new Draw(SEED, row).between('gap', GAP.from, GAP.to) });
    calls.push(callAt(row, time, calls.at(-1)));
  }
  const table = withOddTexts(calls).map((call) => COLUMNS.map(({ id }) => call[id]));
  return stringify([COLUMNS.map(({ zh }) => zh), ...table], { bom: true, record_delimiter: 'windows' });
}

if (require.main === module) {
  writeFileSync(join(__dirname, '../../data/sample-calls.csv'), sampleCsv());
}
