/** The summary of a company's month, for people and for programs: figures by module, equations, papers. */
import type { Company } from '../companies/company';
import type { Office } from '../office/office';
import { local } from '../office/office';
import type { OutFolder } from '../papers/out-folder';
import type { Figure, Ledger } from '../proofs/ledger';
import type { Counts, Proof } from './count';

export interface CompanySummary {
  readonly pack: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly from: string;
  readonly to: string;
  readonly figures: readonly Figure[];
  readonly proofs: readonly Proof[];
  readonly papers: { readonly total: number; readonly pages: number; readonly byForm: Counts };
}

export function summarise(company: Company, office: Office, ledger: Ledger): CompanySummary {
  const { printed } = office.papers;
  const byForm: Record<string, number> = {};
  for (const form of printed.map((paper) => paper.form).sort()) byForm[form] = (byForm[form] ?? 0) + 1;
  return {
    pack: company.pack,
    title: company.title,
    from: company.from,
    to: local(office.clock.now.toISOString()),
    figures: ledger.figures,
    proofs: ledger.proofs,
    papers: { total: printed.length, pages: printed.reduce((all, { pages }) => all + pages, 0), byForm },
  };
}

export async function writeCompany(folder: OutFolder, summary: CompanySummary): Promise<void> {
  await folder.write('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
  await folder.write('summary.md', companyText(summary));
}

export const companyText = ({ pack, title, from, to, figures, proofs, papers }: CompanySummary): string =>
  `${[
    `# ${title.zh}（${pack}）· ${title.en}`,
    '',
    `${from} – ${to}`,
    '',
    '## 数字 · Figures',
    ...figures.map(({ module, zh, en, value }) => `- ${module}: ${zh} ${value} · ${en}`),
    '',
    '## 表单 · Papers',
    `- ${papers.total} 份 · papers，${papers.pages} 页 · pages`,
    ...Object.entries(papers.byForm).map(([form, count]) => `- ${form} ${count}`),
    '',
    '## 核对 · Equations',
    ...proofs.map(({ zh, en, left, right, holds }) => `- ${holds ? '✓' : '✗'} ${zh} · ${en}: ${left} = ${right}`),
  ].join('\n')}\n`;
