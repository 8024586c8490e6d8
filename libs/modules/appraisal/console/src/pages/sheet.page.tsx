/** One sheet: the person rates himself, the head scores, HR releases; every figure with its records (APR-1, APR-7, APR-12). */
import type { SheetView } from '@bihuan/appraisal-contract';
import {
  Facts,
  formatInstant,
  MatterPage,
  Section,
  useLanguage,
  useTexts,
  useTitle,
  type Mover,
} from '@bihuan/console-kit';
import { sheets } from '../api/appraisal';
import { Lateness } from '../components/lateness';
import { ScoreTable } from '../components/score-table';
import { SheetActs } from '../components/sheet-acts';
import { Sources } from '../components/sources';
import { appraisalTexts } from '../locales/texts';

export function SheetPage() {
  const t = useTexts(appraisalTexts);
  const move = (sheet: SheetView): Mover | undefined => {
    if (sheet.state === 'released') return undefined;
    if (sheet.state === 'head-scored') return { text: t('moveRelease') };
    // Whoever is late first is asked first; without a self score the head may score all the same.
    if (sheet.state === 'open') {
      return { text: t('moveSelf', { name: sheet.employee.name }), employeeId: sheet.employeeId };
    }
    return { text: t('moveHead', { name: sheet.head?.name ?? '—' }), employeeId: sheet.head?.id };
  };
  return (
    <MatterPage
      of={sheets}
      acts={(sheet) => <SheetActs sheet={sheet} />}
      move={move}
      beside={(sheet) => (
        <>
          <span>{sheet.employee.name}</span>
          <Lateness {...sheet} />
        </>
      )}
      story={(sheet) => <ScoreTable sheet={sheet} />}
      facts={(sheet) => <SheetFacts sheet={sheet} />}
      tabs={(sheet) => [{ key: 'sources', label: t('sources'), content: <Sources sheet={sheet} /> }]}
      papers={() => ['appraisal-sheet']}
    />
  );
}

function SheetFacts({ sheet }: { readonly sheet: SheetView }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const language = useLanguage();
  const items = new Map(sheet.parts.flatMap((part) => part.items.map((item) => [item.code, item.title] as const)));
  const { released, attendance, cutOffs } = sheet;
  const days = Object.values(attendance).some((count) => count > 0);
  return (
    <>
      <Section title={t('person')}>
        <Facts
          rows={[
            [t('name'), sheet.employee.name],
            [t('staffNumber'), sheet.staffNumber],
            [t('unit'), sheet.unit.name],
            [t('month'), sheet.period],
            [t('head'), sheet.head?.name],
            [t('cutSelf'), cutOffs.self],
            [t('cutHead'), cutOffs.head],
            [t('cutLatest'), cutOffs.latest],
            [t('frozenAt'), sheet.frozenAt ? formatInstant(sheet.frozenAt, language) : t('notFrozen')],
            days ? [t('attendance'), t('attendanceSum', { ...attendance })] : undefined,
          ]}
        />
      </Section>
      {sheet.missing.length > 0 && !released ? (
        <Section title={t('missing')}>
          <ul className="bh-plain-list">
            {sheet.missing.map((code) => (
              <li key={code}>{code === 'frozen' ? t('missing.frozen') : title(items.get(code) ?? code)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {released ? (
        <Section title={t('released')}>
          <Facts
            rows={[
              [t('by'), `${released.by.name} ${formatInstant(released.at, language)}`],
              [t('hash'), <code className="bh-hash">{released.hash}</code>],
              ['', released.intact ? t('intact') : <span className="bh-late-tag">{t('broken')}</span>],
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
