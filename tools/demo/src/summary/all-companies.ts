/** The summary of the whole demonstration: a table of the companies, then what each of them proves. */
import type { CompanySummary } from './company-summary';

export function allText(all: readonly CompanySummary[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rows = all.map(({ pack, title, from, to, papers, proofs }) =>
    line([
      `${title.zh} (${pack})`,
      `${from.slice(0, 10)} – ${to.slice(0, 10)}`,
      papers.total,
      papers.pages,
      `${proofs.filter(({ holds }) => holds).length}/${proofs.length}`,
    ]),
  );
  return `${[
    '# 一个月 · One month',
    '',
    line(['公司 · company', '期间 · period', '表单 · papers', '页 · pages', '核对 · equations']),
    line(['---', '---', '---', '---', '---']),
    ...rows,
    ...all.flatMap(({ pack, title, figures, proofs }) => [
      '',
      `## ${title.zh} (${pack})`,
      figures.map(({ zh, en, value }) => `${zh} ${value} (${en})`).join('，'),
      ...proofs
        .filter(({ zh }) => !zh.startsWith('当日'))
        .map(({ zh, en, left, right, holds }) => `- ${holds ? '✓' : '✗'} ${zh} · ${en}: ${left} = ${right}`),
    ]),
  ].join('\n')}\n`;
}
