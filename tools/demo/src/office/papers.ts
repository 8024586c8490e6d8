/** The papers of a month: printed by the suite (FRM-3: filed, counted, audited) and laid into the company's folder. */
import type { Json, Person } from '../api/person';
import type { OutFolder, PAPER_FOLDERS } from '../papers/out-folder';
import type { Printed } from '../papers/print-papers';
import { refuse } from '../problems';

type Folder = (typeof PAPER_FOLDERS)[number];

export class Papers {
  private readonly list: Printed[] = [];

  constructor(readonly out: OutFolder) {}

  get printed(): readonly Printed[] {
    return this.list;
  }

  /** What another part printed into the same folder. */
  add(papers: readonly Printed[]): void {
    this.list.push(...papers);
  }

  /** Prints a form of a subject. @param address such as `/complaints/complaints/{id}` */
  form(by: Person, address: string, form: string, folder: Folder, number: string): Promise<void> {
    return this.print(by, `${address}/forms/${form}/prints`, {}, form, `${folder}/${form}-${number}.pdf`);
  }

  /** Prints a register of a module for a day or for some days. */
  register(by: Person, module: string, form: string, days: { date: string } | { from: string; to: string }) {
    const named = 'date' in days ? days.date : `${days.from}_${days.to}`;
    return this.print(by, `/${module}/registers/${form}/prints`, days, form, `registers/${form}-${named}.pdf`);
  }

  /** A file that is no form, as the API gives it. @param address without `/api` */
  async file(by: Person, address: string, file: string): Promise<Buffer> {
    const content = await by.file(`/api${address}`);
    await this.out.write(file, content);
    return content;
  }

  private async print(by: Person, address: string, body: Json, form: string, file: string): Promise<void> {
    const { url, pages } = await by.post<{ url: string; pages: number }>(address, body);
    const pdf = await by.file(url);
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw refuse(`${file} 不是 PDF。`, `${file} is no PDF.`);
    await this.out.write(file, pdf);
    this.list.push({ form, file, pages });
  }
}
