/** The administrator learns that a serial outgrew its width, so that he can look at the pattern (NUM-1). */
import type { Notices } from '@bihuan/notices';
import type { Org } from '@bihuan/org';
import type { OverflowListener } from './overflows';

/** Code of the notice in the pack's templates. */
const TEMPLATE = 'serial-overflow';

export function tellAdministrator(
  org: Pick<Org, 'recipients' | 'units'>,
  notices: Pick<Notices, 'send'>,
): OverflowListener {
  return async (tx, { number, counterId }) => {
    const [unit] = await org.units();
    if (!unit) return;
    await notices.send(tx, {
      subject: { module: 'numbering', kind: 'counter', id: counterId },
      to: await org.recipients('administrator', { unitId: unit.id }),
      template: TEMPLATE,
      params: { number },
    });
  };
}
