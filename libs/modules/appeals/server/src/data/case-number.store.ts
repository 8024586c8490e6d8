/** A regulator's case number names one appeal (APL-1): claimed in the transaction that takes the appeal in. */
import type { Transaction } from '@bihuan/database';

/** The number of the appeal that has it already; `undefined`: it is this one's now. */
export async function claimCaseNumber(
  tx: Transaction,
  regulator: string,
  caseNumber: string,
  appealId: string,
): Promise<string | undefined> {
  const claimed = await tx.query(
    `insert into appeals.case_number (regulator, case_number, appeal_id) values ($1, $2, $3)
     on conflict do nothing returning appeal_id`,
    [regulator, caseNumber, appealId],
  );
  if (claimed.length > 0) return undefined;
  const [taken] = await tx.query<{ number: string }>(
    `select a.number from appeals.case_number c join appeals.appeal a on a.id = c.appeal_id
     where c.regulator = $1 and c.case_number = $2`,
    [regulator, caseNumber],
  );
  return taken?.number ?? '';
}
