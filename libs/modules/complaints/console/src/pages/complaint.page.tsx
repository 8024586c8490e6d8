/** One complaint: acts, story, road, clocks, its forms 27a, 27c, 8 and what else it prints (CMP-1 … CMP-10, FRM-1). */
import { MatterPage, useMover, usePunctuation, useTexts, type Mover } from '@bihuan/console-kit';
import type { ComplaintView } from '@bihuan/complaints-contract';
import { complaints } from '../api/complaints';
import { ComplaintActs } from '../components/complaint-acts';
import { ComplaintFacts } from '../components/complaint-facts';
import { ComplaintStory } from '../components/complaint-story';
import { Consequences } from '../components/consequences';
import { moverOf } from '../components/mover-of';
import { complaintsTexts } from '../locales/texts';

export function ComplaintPage() {
  const t = useTexts(complaintsTexts);
  const mover = useMover();
  const move = (complaint: ComplaintView): Mover => {
    const { who, name, employeeId, unitId } = moverOf(complaint);
    if (who === 'customer') return { text: t('moveCustomer') };
    return who === 'over' ? mover(null) : { text: mover(null, { id: '', name }).text, employeeId, unitId };
  };
  return (
    <MatterPage
      of={complaints}
      move={move}
      beside={(complaint) => <Marks complaint={complaint} />}
      acts={(complaint) => <ComplaintActs complaint={complaint} />}
      story={(complaint) => <ComplaintStory complaint={complaint} />}
      facts={(complaint) => (
        <>
          <ComplaintFacts complaint={complaint} />
          <Consequences complaint={complaint} />
        </>
      )}
      papers={(complaint) => {
        const holders = complaint.report?.copies.map(({ holder }) => holder) ?? [];
        return complaint.forms.map((code) => (code === 'complaint-report' ? { code, holders } : code));
      }}
    />
  );
}

function Marks({ complaint }: { readonly complaint: ComplaintView }) {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const { major, followers, round, mayBecomeAppeal, missing, state } = complaint;
  return (
    <>
      {major ? <span className="bh-tag">{t('major')}</span> : null}
      {followers > 0 ? <span className="bh-tag">{t('followers', { count: followers })}</span> : null}
      {mayBecomeAppeal ? <span className="bh-tag">{t('mayBecomeAppeal')}</span> : null}
      {round > 1 ? <span className="bh-muted">{t('round', { round })}</span> : null}
      {state === 'registered' && missing.length > 0 ? (
        <span className="bh-muted">
          {t('missing', { fields: marks.list(missing.map((field) => t(field as 'business'))) })}
        </span>
      ) : null}
    </>
  );
}
