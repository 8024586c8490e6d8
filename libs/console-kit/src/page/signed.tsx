/** What somebody wrote, with his name and the time: a row of facts. */
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/texts';
import { formatInstant } from '../time/format';

export interface Signed {
  readonly text?: string | undefined;
  readonly by: { readonly name: string } | null;
  readonly at: string;
}

export function SignedRow(props: {
  readonly label: string;
  readonly signed: Signed | null | undefined;
  /** Above the words: what was decided or chosen. */
  readonly children?: ReactNode;
  /** Below the words: what goes with them. */
  readonly after?: ReactNode;
}) {
  const { label, signed, children, after } = props;
  const language = useLanguage();
  if (!signed) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {signed.text ? <div className="bh-words">{signed.text}</div> : null}
        {after}
        <span className="bh-muted bh-small">
          {signed.by ? `${signed.by.name} · ` : null}
          {formatInstant(signed.at, language)}
        </span>
      </dd>
    </div>
  );
}
