/** The month's cut-offs, with the day a holiday moved them from (APR-5). */
import type { CutOffView, PeriodView } from '@bihuan/appraisal-contract';
import { formatDay, useLanguage, useTexts } from '@bihuan/console-kit';
import { appraisalTexts } from '../locales/texts';

export function CutOffs({ month }: { readonly month: PeriodView }) {
  const t = useTexts(appraisalTexts);
  const { sheets } = month;
  return (
    <div className="bh-cut-offs">
      <CutOff label={t('cutSelf')} cutOff={month.cutOffs.self} late={sheets.selfLate} />
      <CutOff label={t('cutHead')} cutOff={month.cutOffs.head} late={sheets.headLate} />
      <CutOff label={t('cutLatest')} cutOff={month.cutOffs.latest} />
      <div>
        <span>{t('countSelf', { count: sheets.selfScored, total: sheets.total })}</span>
        <span>{t('countHead', { count: sheets.headScored, total: sheets.total })}</span>
        <span>{t('countReleased', { count: sheets.released, total: sheets.total })}</span>
      </div>
    </div>
  );
}

function CutOff(props: { readonly label: string; readonly cutOff: CutOffView; readonly late?: number }) {
  const { label, cutOff, late = 0 } = props;
  const t = useTexts(appraisalTexts);
  const language = useLanguage();
  return (
    <div>
      <span className="bh-muted">{label}</span>
      <strong>{formatDay(cutOff.day, language)} 24:00</strong>
      {cutOff.day === cutOff.nominal ? null : (
        <span className="bh-muted bh-small">{t('movedFrom', { day: cutOff.nominal.slice(5) })}</span>
      )}
      {late > 0 ? <span className="bh-late-count">{late}</span> : null}
    </div>
  );
}
