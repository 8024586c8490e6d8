/** Prints the day: forms 1 and 2 of every problem form, forms 3, 5 and 6 of the days (FRM-3: filed, counted, audited). */
import type { Person } from '../api/person';
import { refuse } from '../problems';
import { inParallel } from './in-parallel';
import type { OutFolder } from './out-folder';

/** Papers in the making at once. */
const HANDS = 4;

/** What is printed of a problem form. */
export interface FormToPrint {
  readonly id: string;
  readonly number: string;
  /** Form 2 exists from the acceptance on. */
  readonly accepted: boolean;
}

export interface PrintOrder {
  readonly day: string;
  readonly forms: readonly FormToPrint[];
  /** Days on which customers were called back. */
  readonly revisitDays: readonly string[];
}

/** One paper as it lies in the folder. */
export interface Printed {
  readonly form: string;
  readonly file: string;
  readonly pages: number;
}

interface Paper {
  readonly form: string;
  readonly file: string;
  readonly address: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function papersOf({ day, forms, revisitDays }: PrintOrder): Paper[] {
  const ofForm = (form: string, folder: string, { id, number }: FormToPrint): Paper => ({
    form,
    file: `${folder}/${number}.pdf`,
    address: `/hotline/problem-forms/${id}/forms/${form}/prints`,
    body: {},
  });
  const register = (module: string, form: string, date: string): Paper => ({
    form,
    file: `${form}-${date}.pdf`,
    address: `/${module}/registers/${form}/prints`,
    body: { date },
  });
  return [
    ...forms.map((form) => ofForm('problem-form', 'problem-forms', form)),
    ...forms.filter(({ accepted }) => accepted).map((form) => ofForm('acceptance-record', 'acceptance-records', form)),
    register('hotline', 'consultation-log', day),
    register('hotline', 'call-tally', day),
    ...revisitDays.map((date) => register('revisit', 'revisit-sheet', date)),
  ];
}

/** @param progress called with how many of how many are done */
export async function printPapers(
  desk: Person,
  order: PrintOrder,
  out: OutFolder,
  progress: (done: number, total: number) => void,
): Promise<Printed[]> {
  const papers = papersOf(order);
  let done = 0;
  return inParallel(papers, HANDS, async ({ form, file, address, body }) => {
    const { url, pages } = await desk.post<{ url: string; pages: number }>(address, body);
    const pdf = await desk.file(url);
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw refuse(`${file} 不是 PDF。`, `${file} is no PDF.`);
    await out.write(file, pdf);
    done += 1;
    progress(done, papers.length);
    return { form, file, pages };
  });
}
