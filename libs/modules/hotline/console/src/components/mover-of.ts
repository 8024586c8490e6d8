/** Whose move a problem form is, in every state (HOT-8, HOT-9). */
import type { ProblemFormView } from '@bihuan/hotline-contract';

export interface MoverOfForm {
  readonly key: 'move.officer' | 'move.unit' | 'move.handler' | 'move.customer' | 'move.over';
  readonly name: string;
  readonly employeeId?: string | undefined;
}

/** Who acts next in this state (HOT-8, HOT-9). */
export function moverOf(
  form: Pick<ProblemFormView, 'state' | 'officer' | 'unit' | 'handler' | 'waitingFor'>,
): MoverOfForm {
  const { officer, unit, handler } = form;
  switch (form.state) {
    case 'drafted':
    case 'handled':
    case 'answered':
      return { key: 'move.officer', name: officer.name, employeeId: officer.id };
    case 'referred':
      return handler
        ? { key: 'move.handler', name: handler.name, employeeId: handler.id }
        : { key: 'move.unit', name: unit?.name ?? '' };
    case 'accepted':
    case 'planned':
      return { key: 'move.handler', name: handler?.name ?? unit?.name ?? '', employeeId: handler?.id };
    case 'awaiting-customer':
      return { key: 'move.customer', name: form.waitingFor ?? '' };
    default:
      return { key: 'move.over', name: '' };
  }
}
