/** One appeal: acts, rounds, five clocks, its forms 13a, 13b and 14, its archive (APL-1 … APL-10, FRM-1). */
import { MatterPage, useMover, useTexts, type Mover } from '@bihuan/console-kit';
import type { AppealView } from '@bihuan/appeals-contract';
import { appeals } from '../api/appeals';
import { AppealActs } from '../components/appeal-acts';
import { AppealFacts } from '../components/appeal-facts';
import { AppealStory } from '../components/appeal-story';
import { SealedArchive } from '../components/archive-view';
import { moverOf } from '../components/mover-of';
import { appealsTexts } from '../locales/texts';

/** No letter before the report is approved (APL-4). */
const ANSWERABLE = ['approved', 'replied', 'revisited', 'concluded', 'archived'];

export function AppealPage() {
  const t = useTexts(appealsTexts);
  const mover = useMover();
  const move = (appeal: AppealView): Mover => {
    const { who, name, employeeId, unitId } = moverOf(appeal);
    if (who === 'over') return mover(null);
    return { text: who === 'desk' ? t('moveDesk') : mover(null, { id: '', name }).text, employeeId, unitId };
  };
  return (
    <MatterPage
      of={appeals}
      ownClocks
      move={move}
      beside={(appeal) => (
        <>
          {appeal.keyCase ? <span className="bh-tag">{t('keyCaseLong')}</span> : null}
          {appeal.priority ? <span className="bh-tag">{t('priority')}</span> : null}
          {appeal.sentBack > 0 ? (
            <span className="bh-muted">{t('sentBackCount', { count: appeal.sentBack })}</span>
          ) : null}
          {appeal.lateForRegulator ? <span className="bh-late">{t('lateForRegulator')}</span> : null}
        </>
      )}
      acts={(appeal) => <AppealActs appeal={appeal} />}
      story={(appeal) => <AppealStory appeal={appeal} />}
      facts={(appeal) => <AppealFacts appeal={appeal} />}
      tabs={(appeal) =>
        appeal.archive ? [{ key: 'archive', label: t('archive'), content: <SealedArchive id={appeal.id} /> }] : []
      }
      papers={(appeal) => [
        ...(appeal.rounds.some(({ report }) => report) ? ['appeal-report'] : []),
        ...(ANSWERABLE.includes(appeal.state) ? ['appeal-letter'] : []),
        ...(appeal.filings.length > 0 ? ['appeal-record-filing'] : []),
      ]}
    />
  );
}
