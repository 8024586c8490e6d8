/** The demonstration: a company's month on a fresh server of its own, or only a day of calls out of a file. */
import { Cast } from './api/cast';
import { companies } from './companies';
import { playCallFile, SAMPLE } from './day';
import { Office } from './office/office';
import { OutFolder } from './papers/out-folder';
import { DemoRefusal, refuse } from './problems';
import { Ledger } from './proofs/ledger';
import type { CompanySummary } from './summary/company-summary';
import { summarise, writeCompany } from './summary/company-summary';
import type { DaySummary, Proof } from './summary/count';

export interface DemoOptions {
  /** A fresh server on the manual clock. */
  readonly url: string;
  /** Folder for papers and summary. */
  readonly out: string;
  /** Takes the lines of progress. */
  readonly say: (line: string) => void;
}

/** @throws DemoRefusal naming every wrong row before anything is sent, or what broke off, or what does not add up */
export async function runDemo({ url, file, out, say }: DemoOptions & { readonly file: string }): Promise<DaySummary> {
  const { summary } = await playCallFile(await Cast.gather(url), file, () => OutFolder.open(out), say);
  demandProofs(summary.proofs);
  say(`✓ ${summary.papers.total} 份表单，汇总无误 · papers, and the summary adds up: ${out}`);
  return summary;
}

/**
 * Plays the month of a pack's company. @param out folder of this company @throws DemoRefusal as above
 * @param calls another file for the day of calls, where the company has one; by default the sample of 300
 */
export async function runCompany(
  pack: string,
  { url, out, say, calls = SAMPLE }: DemoOptions & { readonly calls?: string },
): Promise<CompanySummary> {
  const company = companies.find((each) => each.pack === pack);
  if (!company) throw refuse(`没有公司 ${pack}。`, `There is no company of the pack ${pack}.`);
  const folder = await OutFolder.open(out);
  say(`▸ ${company.title.zh}的一个月 · a month of the ${company.title.en} (${pack})`);
  const office = await Office.open(url, company.from, folder, say);
  const ledger = new Ledger();
  await company.play(office, ledger, calls);
  const summary = summarise(company, office, ledger);
  await writeCompany(folder, summary);
  demandProofs(summary.proofs);
  say(`✓ ${summary.papers.total} 份表单，${summary.proofs.length} 项核对无误 · papers, equations hold: ${out}`);
  return summary;
}

function demandProofs(proofs: readonly Proof[]): void {
  const wrong = proofs.filter(({ holds }) => !holds);
  if (wrong.length === 0) return;
  throw new DemoRefusal(
    wrong.map(({ zh, en, left, right }) => ({
      zh: `汇总不符：${zh}，实为 ${left} 与 ${right}。`,
      en: `The summary does not add up: ${en}, but ${left} and ${right}.`,
    })),
  );
}
