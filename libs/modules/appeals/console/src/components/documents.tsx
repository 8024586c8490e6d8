/** Attachments as links; each opens in a window of its own. */
import { useTexts } from '@bihuan/console-kit';
import { appealsTexts } from '../locales/texts';

export function Documents({ ids }: { readonly ids: readonly string[] }) {
  const t = useTexts(appealsTexts);
  if (ids.length === 0) return null;
  return (
    <div className="bh-files">
      {ids.map((id, index) => (
        <a key={id} href={`/api/attachments/${id}`} target="_blank" rel="noreferrer">
          {t('documents')} {index + 1}
        </a>
      ))}
    </div>
  );
}
