/** Whose move a complaint is: the centre's, the unit's, the answering desk's, the customer's (CMP-4 … CMP-9). */
import type { ComplaintView } from '@bihuan/complaints-contract';

export interface ComplaintMover {
  readonly who: 'customer' | 'person' | 'unit' | 'over';
  readonly name: string;
  readonly employeeId?: string | undefined;
  readonly unitId?: string | undefined;
}

type Moving = Pick<
  ComplaintView,
  'state' | 'signature' | 'unit' | 'handler' | 'returnedAt' | 'answerUnit' | 'centre' | 'answer'
>;

export function moverOf(complaint: Moving): ComplaintMover {
  const { state, signature, unit, handler, returnedAt, answerUnit, centre, answer } = complaint;
  const over = ['filed', 'not-valid', 'withdrawn'].includes(state);
  if (over) return { who: 'over', name: '' };
  if (state === 'registered' && signature.needed && !signature.at) return { who: 'customer', name: '' };
  const handling = ['dispatched', 'investigating', 'proposal', 'decided'].includes(state);
  if (handling && !returnedAt) {
    if (handler) return { who: 'person', name: handler.name, employeeId: handler.id };
    return { who: 'unit', name: (unit ?? centre).name, unitId: (unit ?? centre).id };
  }
  if (returnedAt && !answer) return { who: 'unit', name: answerUnit.name, unitId: answerUnit.id };
  return { who: 'unit', name: centre.name, unitId: centre.id };
}
