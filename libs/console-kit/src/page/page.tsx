/** The frame of a page: title, what stands beside it, and its content. */
import { useEffect, type ReactNode } from 'react';

export interface PageProps {
  readonly title: ReactNode;
  /** Text of the browser's tab, where the title is not plain text. */
  readonly tab?: string;
  /** Beside the title: state, clocks. */
  readonly beside?: ReactNode;
  /** At the right: filters, buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, tab, beside, actions, children }: PageProps) {
  const name = tab ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    if (name) document.title = `${name} · 闭环`;
  }, [name]);
  return (
    <main className="bh-page">
      <header className="bh-page-head">
        <h1>{title}</h1>
        {beside}
        <div className="bh-spacer" />
        {actions}
      </header>
      {children}
    </main>
  );
}

/** A part of a page under a small heading. */
export function Section(props: {
  readonly title?: ReactNode;
  readonly extra?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { title, extra, className, children } = props;
  return (
    <section className={`bh-section ${className ?? ''}`}>
      {title === undefined ? null : (
        <header>
          <h2>{title}</h2>
          <div className="bh-spacer" />
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}

/** Facts as label and value, two columns of type, no boxes. */
export function Facts({
  rows,
}: {
  readonly rows: readonly (readonly [label: string, value: ReactNode] | undefined)[];
}) {
  return (
    <dl className="bh-facts">
      {rows.map((row) =>
        row === undefined || row[1] === undefined || row[1] === null || row[1] === '' ? null : (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
