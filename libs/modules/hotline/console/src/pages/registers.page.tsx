/** Registers of a day: the call tally in 正 (form 6, HOT-11) and the consultation log (form 3, HOT-5). */
import { RegisterPage, useTexts, useUnits } from '@bihuan/console-kit';
import { hotlineTexts } from '../locales/texts';

/** A day's register, of one officer or of all. */
function Register({ code, title }: { readonly code: string; readonly title: string }) {
  const t = useTexts(hotlineTexts);
  const hotline = useUnits().find((unit) => unit.function === 'hotline');
  return (
    <RegisterPage
      address={`/api/hotline/registers/${code}`}
      title={title}
      holders={['800']}
      person={{ label: t('officerFilter'), all: t('allOfficers'), unitId: hotline?.id }}
    />
  );
}

export function CallTallyPage() {
  const t = useTexts(hotlineTexts);
  return <Register code="call-tally" title={t('tally')} />;
}

export function ConsultationLogPage() {
  const t = useTexts(hotlineTexts);
  return <Register code="consultation-log" title={t('log')} />;
}
