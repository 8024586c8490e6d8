/** Whose move it is: the first thing a reader wants to know of a form. */
import { useMe, useTexts } from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { hotlineTexts } from '../locales/texts';

interface Mover {
  readonly key: 'move.officer' | 'move.unit' | 'move.handler' | 'move.customer' | 'move.over';
  readonly name: string;
  readonly employeeId?: string | undefined;
}

/** Who acts next in this state (HOT-8, HOT-9). */
export function moverOf(form: Pick<ProblemFormView, 'state' | 'officer' | 'unit' | 'handler' | 'waitingFor'>): Mover {
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

export function WhoseMove({ form }: { readonly form: ProblemFormView }) {
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const { key, name, employeeId } = moverOf(form);
  const mine = employeeId === me.employeeId;
  return <span className={mine ? 'bh-move bh-move-mine' : 'bh-move'}>{mine ? t('move.you') : t(key, { name })}</span>;
}
