/** The complaint register of a span (form 7, CMP-1). */
import { RegisterPage, useTexts } from '@bihuan/console-kit';
import { complaintsTexts } from '../locales/texts';

export function ComplaintRegisterPage() {
  const t = useTexts(complaintsTexts);
  return (
    <RegisterPage address="/api/complaints/registers/complaint-register" title={t('registerForm')} covers="span" />
  );
}
