/** The sealed archive: its hash, and whether the content still gives it (APL-7). */
import { Facts, formatInstant, Loaded, useLanguage, useTexts } from '@bihuan/console-kit';
import { useArchive } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

export function SealedArchive({ id }: { readonly id: string }) {
  const t = useTexts(appealsTexts);
  const language = useLanguage();
  return (
    <Loaded query={useArchive(id)}>
      {({ sha256, at, by, intact, content }) => (
        <>
          <Facts
            rows={[
              [t('archive'), `${formatInstant(at, language)} · ${by.name}`],
              [t('archiveHash'), <code className="bh-hash">{sha256}</code>],
              ['', intact ? t('intact') : <b className="bh-taken">{t('broken')}</b>],
            ]}
          />
          {content === null ? (
            <p className="bh-muted">{t('erased')}</p>
          ) : (
            <pre className="bh-archive">{JSON.stringify(content, null, 2)}</pre>
          )}
        </>
      )}
    </Loaded>
  );
}
