/** Whose move it is: the first thing a reader wants to know of a matter. */
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { useMe } from '../session/session';

export interface Mover {
  /** Such as `等技术支持接收`; for a unit or person alone `useMoveWords` has the words. */
  readonly text: string;
  readonly employeeId?: string | null | undefined;
  /** The unit that has it, where no person has. */
  readonly unitId?: string | null | undefined;
}

export function WhoseMove({ mover }: { readonly mover: Mover }) {
  const t = useTexts(kitTexts);
  const me = useMe();
  const mine = Boolean(mover.employeeId) && mover.employeeId === me.employeeId;
  const ours = !mover.employeeId && Boolean(mover.unitId) && mover.unitId === me.unitId;
  const text = mine ? t('moveYours') : ours ? t('moveOurs') : mover.text;
  return <span className={mine || ours ? 'bh-move bh-move-mine' : 'bh-move'}>{text}</span>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The usual cases: a person, else his unit, else nobody because it is over. */
export function useMover(): (person: Named | null | undefined, unit?: Named | null) => Mover {
  const t = useTexts(kitTexts);
  return (person, unit) => {
    if (person) return { text: t('moveOf', { name: person.name }), employeeId: person.id };
    return unit ? { text: t('moveOf', { name: unit.name }), unitId: unit.id } : { text: t('moveOver') };
  };
}
