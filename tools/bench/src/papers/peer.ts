/** Another way to the same paper, measured in the rounds of ours. None of them counts, stamps or files anything. */
import type { Case } from './words';

/** A sheet as the peers get it: the page the suite itself prints, and what stands on it. */
export interface Sheet {
  /** A whole HTML document with one copy. */
  readonly html: string;
  readonly data: Case & { readonly number: string };
}

export interface Peer {
  readonly name: string;
  /** All sheets in one PDF, two copies of each. */
  print(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** Sheets in one PDF, where it can do that better than one by one; absent: only single forms are measured. */
  readonly batch?: number;
  close(): Promise<void>;
}

/** Why a peer is missing in this run. */
export interface Missing {
  readonly name: string;
  readonly reason: string;
}

export const isMissing = (one: object): one is Missing => 'reason' in one;

/** One document with two copies of each sheet. */
export function twice(sheets: readonly Sheet[]): string {
  const [first] = sheets;
  if (!first) throw new Error('No sheet to print.');
  const [, before, , after] = /^([\s\S]*?<body>)([\s\S]*)(<\/body>[\s\S]*)$/.exec(first.html) ?? [];
  if (before === undefined || after === undefined) throw new Error('The sheet has no body.');
  const bodies = sheets.flatMap(({ html }) => {
    const [, body = ''] = /<body>([\s\S]*)<\/body>/.exec(html) ?? [];
    return [body, body];
  });
  return `${before}${bodies.join('')}${after}`;
}
