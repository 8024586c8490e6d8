/** The month's grades of difficulty by engineer (form 11, DSP-7). */
import { RegisterPage, useTexts } from '@bihuan/console-kit';
import { dispatchTexts } from '../locales/texts';

export function FaultGradesPage() {
  const t = useTexts(dispatchTexts);
  return <RegisterPage address="/api/dispatch/registers/fault-grades" title={t('gradesRegister')} covers="span" />;
}
