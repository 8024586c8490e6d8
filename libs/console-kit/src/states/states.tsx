/** What a page shows when there is nothing, not yet, or an error; an error says what to do and stays until read. */
import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiError } from '../api/api-error';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';

/** Says what will appear here and how to make the first one. */
export function EmptyNote({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="bh-empty">
      <div>{title}</div>
      {children === undefined ? null : <div className="bh-muted">{children}</div>}
    </div>
  );
}

/** A refused or failed call in words, with the way out. */
export function ErrorNote({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useTexts(kitTexts);
  if (!error) return null;
  const known = error instanceof ApiError ? error : undefined;
  const text = known ? describe(known, t) : String(error);
  return (
    <Alert
      className="bh-refused"
      type="error"
      role="alert"
      showIcon
      title={text}
      description={known && known.fields.length > 0 ? <FieldList error={known} /> : undefined}
      action={
        retry ? (
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        ) : undefined
      }
    />
  );
}

function FieldList({ error }: { readonly error: ApiError }) {
  return (
    <ul className="bh-plain-list">
      {error.fields.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>{pointer.length > 1 ? `${pointer.slice(1)}：${detail}` : detail}</li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useTexts<(typeof kitTexts)['keys'][number]>>;

function describe(error: ApiError, t: Words): string {
  if (error.status === 0) return t('unreachable');
  if (error.problem.detail) return error.problem.detail;
  if (error.problem.title) return error.problem.title;
  if (error.status === 403) return t('forbidden');
  if (error.status === 404) return t('notFound');
  if (error.mayRetry) return t('unavailable');
  return `${t('failed')} (${error.status})`;
}

/** Nothing under 300 ms, then the outline of what is coming. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Skeleton active title={false} paragraph={{ rows }} /> : null;
}

/** One of: the outline, the error, or the page. */
export function Loaded<T>(props: {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, children, rows } = props;
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return <Waiting {...(rows === undefined ? {} : { rows })} />;
}
