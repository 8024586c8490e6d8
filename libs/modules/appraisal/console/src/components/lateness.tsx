/** Who is late with what, by the moment of the act (APR-5, DLN-7). */
import type { SheetLine } from '@bihuan/appraisal-contract';
import { useTexts } from '@bihuan/console-kit';
import { appraisalTexts } from '../locales/texts';

type Late = Pick<SheetLine, 'overdue' | 'selfLate' | 'headLate'>;

export function Lateness({ overdue, selfLate, headLate }: Late) {
  const t = useTexts(appraisalTexts);
  const waiting = { 'self-score': t('overdueSelf'), 'head-score': t('overdueHead'), release: t('overdueRelease') };
  return (
    <>
      {overdue.map((what) => (
        <span key={what} className="bh-late-tag">
          {waiting[what]}
        </span>
      ))}
      {selfLate ? <span className="bh-tag bh-tag-small">{t('selfLate')}</span> : null}
      {headLate ? <span className="bh-tag bh-tag-small">{t('headLate')}</span> : null}
    </>
  );
}
