/** The whole file is checked before anything is sent: every mistake is named by line and column, or all rows are calls. */
import type { ColumnId } from '../parse/columns';
import type { Row, Table } from '../parse/read-table';
import type { Finding } from '../problems';
import { DemoRefusal } from '../problems';
import type { Call, Outcome } from './call';
import { OUTCOMES } from './call';
import { checkTimes } from './check-times';
import { Codes } from './codes';
import type { House } from './house';
import { NUISANCE } from './house';

const OUTCOME_CODES = new Codes(OUTCOMES);

const ANSWERS = new Map<string, boolean>([
  ...['是', '同意', '已同意', 'yes', 'y', 'true', '1', '√'].map((word) => [word, true] as const),
  ...['否', '不同意', '未同意', 'no', 'n', 'false', '0', '×'].map((word) => [word, false] as const),
]);

/** Longest texts the routes take (api.md; the contracts of the hotline). */
const LONGEST: Partial<Record<ColumnId, number>> = { phone: 40, name: 100, site: 200, summary: 4000 };

export interface CallDay {
  readonly day: string;
  readonly calls: readonly Call[];
}

/** @throws DemoRefusal with every mistake of the file, in the order of its lines */
export function checkCalls({ rows }: Table, house: House): CallDay {
  const times = checkTimes(rows);
  const findings: Finding[] = [...times.findings];
  const calls = rows.map((row, index) => {
    const check = new RowCheck(row, house);
    const call = check.call(index + 1, times.instants[index] ?? new Date(0));
    findings.push(...check.findings);
    return call;
  });
  if (findings.length > 0) throw new DemoRefusal([...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return { day: times.day, calls };
}

class RowCheck {
  readonly findings: Finding[] = [];

  constructor(
    private readonly row: Row,
    private readonly house: House,
  ) {}

  call(row: number, at: Date): Call {
    this.checkTexts();
    const outcome = this.outcome();
    const category = this.category(outcome);
    const kind = this.kind(category);
    return {
      row,
      line: this.row.line,
      at,
      officer: this.officer(),
      channel: this.coded('channel', this.house.channels),
      phone: this.row.cells.phone.normalize('NFKC').trim(),
      name: this.row.cells.name,
      site: this.row.cells.site,
      summary: this.row.cells.summary || (outcome === NUISANCE ? OUTCOME_CODES.title(NUISANCE).zh : ''),
      category,
      ...(kind ? { kind } : {}),
      outcome,
      agreed: this.agreed(outcome),
    };
  }

  private wrong(column: ColumnId, zh: string, en: string): void {
    this.findings.push({ line: this.row.line, column, zh, en });
  }

  private checkTexts(): void {
    const { cells } = this.row;
    for (const [column, most] of Object.entries(LONGEST) as [ColumnId, number][]) {
      const { length } = cells[column];
      if (length > most)
        this.wrong(column, `共 ${length} 字，最多 ${most} 字。`, `${length} characters, at most ${most}.`);
    }
    if (cells.phone && !/^[+(]?\d[\d\s\-()*#转]*$/.test(cells.phone.normalize('NFKC').trim())) {
      this.wrong('phone', `「${cells.phone}」不是电话号码。`, `"${cells.phone}" is no phone number.`);
    }
    if (!cells.summary && OUTCOME_CODES.find(cells.outcome) !== NUISANCE) this.empty('summary');
  }

  private empty(column: ColumnId): void {
    this.wrong(column, '不能为空。', 'It must not be empty.');
  }

  private coded(column: ColumnId, codes: Codes): string {
    const cell = this.row.cells[column];
    const code = codes.find(cell);
    if (code) return code;
    if (cell === '') this.empty(column);
    else
      this.wrong(
        column,
        `没有「${cell}」，可用：${codes.listZh}。`,
        `There is no "${cell}"; use one of ${codes.listEn}.`,
      );
    return '';
  }

  private officer(): string {
    const cell = this.row.cells.officer;
    const number = this.house.officer(cell);
    if (number) return number;
    const list = this.house.officers;
    if (cell === '') this.empty('officer');
    else {
      this.wrong(
        'officer',
        `没有编号为「${cell}」的责任人，可用：${list.join('、')}。`,
        `No officer "${cell}"; use one of ${list.join(', ')}.`,
      );
    }
    return '';
  }

  private outcome(): Outcome {
    return this.coded('outcome', OUTCOME_CODES) as Outcome;
  }

  /** A form has one of the form's categories; a nuisance call is in no other; the rest take any but that. */
  private category(outcome: Outcome): string {
    const cell = this.row.cells.category;
    if (outcome === NUISANCE && cell === '') return NUISANCE;
    if (outcome === 'form') return this.coded('category', this.house.formCategories);
    const category = this.coded('category', this.house.categories);
    if (category === '' || !OUTCOME_CODES.has(outcome)) return category;
    const { zh, en } = OUTCOME_CODES.title(outcome);
    if ((category === NUISANCE) !== (outcome === NUISANCE)) {
      this.wrong('category', `与结果「${zh}」不符。`, `It does not fit the outcome "${en}".`);
    }
    return category;
  }

  private kind(category: string): string | undefined {
    const cell = this.row.cells.kind;
    if (cell === '' || category === '') return undefined;
    const kinds = this.house.kinds(category);
    if (kinds.listEn !== '') return this.coded('kind', kinds);
    const { zh, en } = this.house.categories.title(category);
    this.wrong('kind', `类别「${zh}」没有子类，请留空。`, `The category "${en}" has no kinds: leave it empty.`);
    return undefined;
  }

  private agreed(outcome: Outcome): boolean {
    const cell = this.row.cells.agreed.normalize('NFKC').trim().toLowerCase();
    const answer = ANSWERS.get(cell);
    if (answer !== undefined) return answer;
    if (cell !== '') this.wrong('agreed', `「${cell}」既不是“是”也不是“否”。`, `"${cell}" is neither yes nor no.`);
    else if (outcome === 'form') {
      this.wrong('agreed', '转问题表须填写用户是否同意（是或否）。', 'A problem form needs yes or no.');
    }
    return false;
  }
}
