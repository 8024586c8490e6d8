/** The service sheet: filled in, the code sent, signed (DSP-8, DSP-8a). */
import { Injectable } from '@nestjs/common';
import type { FillSheet, SendCode, SignOrder } from '@bihuan/dispatch-contract';
import { Attachments } from '@bihuan/attachments';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Codes } from '@bihuan/notices';
import { dispatchErrors } from '../../dispatch.errors';
import { demandCustomersName, demandPicture, demandRating, sheetFilled, signed } from '../../domain/sheet.decide';
import { shownActs } from '../../domain/work-order.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import { DispatchPack } from '../../pack.settings';
import { orderSubject, workOrder } from '../../work-order.part';

/** What the customer's code allows. */
const SIGN = 'sign';

@Injectable()
export class ServiceSheetHandler {
  constructor(
    private readonly matters: Matters,
    private readonly codes: Codes,
    private readonly attachments: Attachments,
    private readonly pack: DispatchPack,
  ) {}

  fillSheet(actor: UserActor, id: string, input: FillSheet): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'fill-sheet', input, (_tx, before) => {
      const row = sheetFilled(before, input);
      const { parts, minutes, charge, leftOver } = row.sheet;
      const data = { parts: parts.length, minutes, charge, leftOver: leftOver.length };
      return { row, action: 'sheet-filled', data, personal: { text: input.text } };
    });
  }

  /** By SMS to the order's contact; a new code ends the one before it. */
  sendCode(actor: UserActor, id: string, input: SendCode): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'send-code', input, async (tx, before) => {
      if (!before.phone) {
        throw dispatchErrors['no-phone']({ state: before.state, allowedActions: shownActs(before) });
      }
      const { digits, minutes, tries, template } = this.pack.section.signingCode;
      const subject = orderSubject(before.id);
      const params = { number: before.number };
      const { keyId, phone: to } = before;
      await this.codes.issue(tx, { subject, purpose: SIGN, to, keyId, digits, minutes, tries, template, params });
      return { row: before, action: 'code-sent' };
    });
  }

  /** DSP-8a: by the customer himself; without his code it stays marked. */
  sign(actor: UserActor, id: string, input: SignOrder): Promise<WorkOrder> {
    return this.matters.act(actor, workOrder, id, 'sign', input, async (tx, before) => {
      demandCustomersName(input.name, [actor.name, ...(before.engineerName ? [before.engineerName] : [])]);
      demandRating(input.rating, this.pack.section.ratings);
      if (input.code !== undefined) await this.demandCode(tx, before, input.code);
      const subject = orderSubject(before.id);
      if (input.attachmentId) {
        const { type } = await this.attachments.attach(tx, input.attachmentId, subject, before.keyId);
        demandPicture(type);
      }
      const signing = {
        name: input.name,
        place: input.place ?? before.site,
        device: input.device ?? actor.ip ?? '',
        withCode: input.code !== undefined,
        attachmentId: input.attachmentId ?? null,
        remark: input.remark,
        rating: input.rating,
      };
      const row = signed(before, signing, { id: actor.employeeId, name: actor.name }, tx.now);
      return {
        row,
        action: 'signed',
        data: { withCode: signing.withCode, marked: row.signature?.marked, rating: row.rating },
        personal: { name: input.name, place: signing.place, device: signing.device, remark: input.remark },
      };
    });
  }

  private async demandCode(tx: Transaction, order: WorkOrder, code: string): Promise<void> {
    const verdict = await this.codes.check(tx, { subject: orderSubject(order.id), purpose: SIGN, code });
    if (verdict === 'ok') return;
    if (verdict === 'wrong') {
      throw invalidField(
        '/code',
        'wrong-code',
        '验证码不正确，请核对后重试。 / The code is wrong; check it and try again.',
      );
    }
    throw dispatchErrors['code-spent']({ state: order.state, allowedActions: shownActs(order) });
  }
}
