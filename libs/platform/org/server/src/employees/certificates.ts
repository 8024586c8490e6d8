/** Certificates (上岗证): issued on training and test, valid from the day of issue to the day of expiry (ORG-3a). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DEFAULT_TIMEZONE } from '@bihuan/domain';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import { UnitOfWork } from '@bihuan/database';
import type { NewCertificate } from '@bihuan/org-contract';
import { orgPermissions } from '@bihuan/org-contract';
import { Org } from '../org';
import { atField } from '../org.errors';

/** Refuses a certificate that says of itself it cannot be (ORG-3a, ORG-3b). Dates compare as text. */
export function checkCertificate({ issuedOn, expiresOn, training, test }: NewCertificate): void {
  if (training.date > issuedOn) throw atField('certificate-before-test', '/training/date');
  if (test.date > issuedOn) throw atField('certificate-before-test', '/test/date');
  if (expiresOn < issuedOn) throw atField('certificate-expires-early', '/expiresOn');
}

/** The date on the wall at an instant. */
export const civilDate = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: DEFAULT_TIMEZONE }).toFormat('yyyy-MM-dd');

@Injectable()
export class Certificates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly recorder: Recorder,
  ) {}

  /** Answers the certificate's id; 404 where the employee is out of the actor's reach. */
  async issue(actor: UserActor, employeeId: string, certificate: NewCertificate): Promise<string> {
    const employee = await this.org.employee(employeeId);
    if (!employee || !reachesUnit(actor, orgPermissions.certificateIssue, employee.unitId))
      throw commonErrors['not-found']();
    checkCertificate(certificate);
    const { productLines, issuedOn, expiresOn, training, test } = certificate;
    return this.work.run(actor, async (tx) => {
      const [state] = await tx.query<{ pass_mark: string | null }>('select pass_mark from org.state');
      const least = state?.pass_mark ?? null;
      if (least !== null && test.mark < Number(least))
        throw atField('test-not-passed', '/test/mark', { mark: Number(least) });
      const id = randomUUID();
      await tx.query(
        `insert into org.certificate
           (id, employee_id, product_lines, issued_on, expires_on, training_on, test_on, examiner, mark, issued_by, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          employeeId,
          productLines,
          issuedOn,
          expiresOn,
          training.date,
          test.date,
          test.examiner,
          test.mark,
          actor.employeeId,
          tx.now,
        ],
      );
      await this.recorder.record(tx, {
        subject: { module: 'org', kind: 'employee', id: employeeId },
        action: 'certificate-issued',
        data: { certificateId: id, productLines, issuedOn, expiresOn, training, test },
      });
      return id;
    });
  }

  /**
   * Does he hold a certificate that is valid on the day of `at`? Both the day of issue and the day of expiry count.
   *
   * @param productLine that it must cover; any where `undefined`
   */
  async validCertificate(employeeId: string, productLine: string | undefined, at: Date): Promise<boolean> {
    const rows = await this.work.query(
      `select 1 from org.certificate
       where employee_id = $1 and issued_on <= $2::date and (expires_on is null or expires_on >= $2::date)
         and ($3::text is null or $3 = any(product_lines)) limit 1`,
      [employeeId, civilDate(at), productLine ?? null],
    );
    return rows.length > 0;
  }

  /** Everybody who holds a certificate valid on the day of `at`, for that product line or for any (ORG-3a). */
  async holders(productLine: string | undefined, at: Date): Promise<ReadonlySet<string>> {
    const rows = await this.work.query<{ employee_id: string }>(
      `select distinct employee_id from org.certificate
       where issued_on <= $1::date and (expires_on is null or expires_on >= $1::date)
         and ($2::text is null or $2 = any(product_lines))`,
      [civilDate(at), productLine ?? null],
    );
    return new Set(rows.map(({ employee_id }) => employee_id));
  }
}
