/** A stale save (412): what was typed and what is saved now, side by side; nothing typed is lost. */
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';

export interface ConflictField {
  /** Field of the form this stands against, if any. */
  readonly field?: string;
  readonly label: string;
  /** What stands in the record now. */
  readonly value: string;
}

export function ConflictNote(props: {
  readonly fields: readonly ConflictField[];
  readonly typed: Readonly<Record<string, unknown>>;
}) {
  const t = useTexts(kitTexts);
  return (
    <div className="bh-conflict" role="alert">
      <strong>{t('conflictTitle')}</strong>
      <div className="bh-muted">{t('conflictHelp')}</div>
      <table>
        <thead>
          <tr>
            <th />
            <th>{t('mine')}</th>
            <th>{t('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {props.fields.map(({ field, label, value }) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{field ? String(props.typed[field] ?? '') : ''}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
