/** The service sheet and its signature (DSP-8, DSP-8a, DSP-8b). */
import type { FillSheet } from '@bihuan/dispatch-contract';
import { invalidField } from '../dispatch.errors';
import { demandAct } from './work-order.rules';
import type { Person, Sheet, Signature, WorkOrder } from './work-order.state';

/** What is given replaces what stood there; the rest stays. */
export function sheetFilled(order: WorkOrder, input: FillSheet): WorkOrder {
  demandAct(order, 'fill-sheet');
  const before = order.sheet;
  const parts = input.parts?.map(({ name, serial, quantity }) => ({ name, serial: serial ?? '', quantity }));
  const sheet: Sheet = {
    parts: parts ?? before.parts,
    minutes: input.minutes ?? before.minutes,
    charge: input.charge ?? before.charge,
    text: input.text ?? before.text,
    leftOver: input.leftOver ?? before.leftOver,
  };
  return { ...order, sheet };
}

/** Names without blanks, so that 陈 志强 is 陈志强. */
const plain = (name: string): string => name.replace(/\s/g, '').toLowerCase();

/** DSP-8a: nobody of the house signs for the customer. @param people of the house who work on the order */
export function demandCustomersName(name: string, people: readonly string[]): void {
  if (!people.some((own) => plain(own) === plain(name))) return;
  throw invalidField(
    '/name',
    'signing-for-the-customer',
    '不得代客户签字，请由客户本人签字并填写其姓名。 / Nobody signs for the customer; he signs with his own name.',
  );
}

/** DSP-8: a signature is drawn or photographed. @param type what the content of the file is */
export function demandPicture(type: string): void {
  if (type.startsWith('image/')) return;
  throw invalidField(
    '/attachmentId',
    'not-a-picture',
    '签字须为图片：请在屏幕上签字，或上传盖章照片。 / A signature is a picture: sign on the screen, or upload a photo of the seal.',
  );
}

/** DSP-8: the rating is on the pack's scale. */
export function demandRating(rating: number | undefined, highest: number): void {
  if (rating === undefined || rating <= highest) return;
  throw invalidField('/rating', 'rating-out-of-scale', `评价为 1–${highest} 分。 / Ratings go from 1 to ${highest}.`);
}

export interface Signing {
  readonly name: string;
  readonly place: string;
  readonly device: string;
  readonly withCode: boolean;
  readonly attachmentId: string | null;
  readonly remark: string | undefined;
  readonly rating: number | undefined;
}

/** DSP-8a: made in the house's session without the customer's code it is marked. A later signature replaces it. */
export function signed(order: WorkOrder, { remark, rating, ...how }: Signing, by: Person, now: Date): WorkOrder {
  demandAct(order, 'sign');
  const signature: Signature = { ...how, by, at: now.toISOString(), marked: !how.withCode };
  return { ...order, signature, remark: remark ?? order.remark, rating: rating ?? order.rating };
}
