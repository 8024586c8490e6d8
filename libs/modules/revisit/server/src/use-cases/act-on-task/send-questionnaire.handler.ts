/** A questionnaire goes by e-mail or SMS instead of a call, where the pack allows it (RVT-2). */
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Deadlines } from '@bihuan/alarms';
import { Customers } from '@bihuan/customers';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { WrittenWay } from '@bihuan/revisit-contract';
import { sent } from '../../domain/revisit-task.decide';
import type { RevisitTask } from '../../domain/revisit-task.state';
import { RevisitPack } from '../../pack.settings';
import { revisitErrors } from '../../revisit.errors';
import { revisitTask, taskSubject } from '../../revisit-task.part';
import { ANSWER_STAGE } from '../plan-revisit/plan-revisit.handler';

/** Bytes of chance in the code of a link: nobody guesses it. */
const CODE_BYTES = 24;

/** Only the hash of a link's code is kept. */
export const linkHashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

@Injectable()
export class SendQuestionnaire {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly pack: RevisitPack,
    private readonly customers: Customers,
    private readonly notices: Notices,
  ) {}

  async send(
    actor: UserActor,
    id: string,
    input: { readonly way: string; readonly version?: number | undefined },
  ): Promise<RevisitTask> {
    const seen = await this.matters.get(actor, revisitTask, id);
    const way = seen.writtenWays.find((one) => one === input.way);
    const { questionnaire } = this.pack.section;
    if (!way || !questionnaire) {
      throw revisitErrors['way-not-allowed']({
        params: { ways: this.pack.section.ways.join(', ') },
        errors: [{ pointer: '/way', code: 'way-not-allowed', detail: input.way }],
      });
    }
    return this.matters.act(actor, revisitTask, id, 'send', input, async (tx, before) => {
      const to = await this.addressOf(before, way);
      const code = randomBytes(CODE_BYTES).toString('base64url');
      const caller = { id: actor.employeeId, name: actor.name };
      const row = sent(before, way, linkHashOf(code), caller, tx.now);
      await this.deadlines.arm(tx, {
        subject: taskSubject(id),
        stage: ANSWER_STAGE,
        policy: questionnaire.policy,
        startedAt: tx.now,
        owner: { unitId: row.unitId, employeeId: actor.employeeId },
        calendar: await this.pack.calendarCode(this.pack.planOf(row), row.unitId),
        label: row.number,
      });
      await this.notices.sendToCustomer(tx, {
        subject: taskSubject(id),
        keyId: row.keyId,
        channel: way,
        to,
        template: 'revisit-questionnaire',
        params: { number: row.number, company: this.pack.company.zh, link: `${questionnaire.address}#${code}` },
        secret: code,
      });
      return { row, action: 'sent', data: { way } };
    });
  }

  private async addressOf(task: RevisitTask, way: WrittenWay): Promise<string> {
    if (way === 'sms' && /^\+?[\d\s-]{8,20}$/.test(task.phone)) return task.phone;
    const customer = way === 'e-mail' && task.customerId ? await this.customers.get(task.customerId) : undefined;
    const address = customer?.contacts.map(({ email }) => email).find((email) => email !== '');
    if (address) return address;
    throw invalidField(
      '/way',
      'no-address',
      '没有这位用户的地址，请改用电话。 / There is no address on file: call instead.',
    );
  }
}
