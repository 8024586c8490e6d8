/** HR's own scores, attendance and receipts as files: a dry run names every wrong row, then all rows or none (APR-9). */
import { api, ErrorNote, Section, useCan, useTexts } from '@bihuan/console-kit';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { appraisalTexts } from '../locales/texts';

const KINDS = ['hr-scores', 'attendance', 'hr-receipt'] as const;
type Kind = (typeof KINDS)[number];

/** As `/api/imports` answers it. */
interface ImportAnswer {
  readonly id: string;
  readonly state: 'uploaded' | 'faulty' | 'checked' | 'committed';
  readonly rows?: number;
  readonly errors: readonly { readonly row: number; readonly column: string; readonly detail: string }[];
  readonly errorCount: number;
}

export function ImportPanel() {
  const t = useTexts(appraisalTexts);
  const can = useCan();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<Kind>('hr-scores');
  const [tried, setTried] = useState<ImportAnswer>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (!can(MAY.importScores)) return null;
  const step = async (work: () => Promise<ImportAnswer>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      setTried(await work());
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const upload = (chosen: File): Promise<void> =>
    step(async () => {
      const { id } = await api.upload<ImportAnswer>('/api/imports', chosen, chosen.name, { kind });
      return api.post<ImportAnswer>(`/api/imports/${id}/dry-run`);
    });
  const commit = (id: string): Promise<void> =>
    step(async () => {
      const answer = await api.post<ImportAnswer>(`/api/imports/${id}/commit`);
      void client.invalidateQueries({ queryKey: ['appraisal'] });
      void client.invalidateQueries({ queryKey: ['matter', 'appraisal'] });
      return answer;
    });
  return (
    <Section title={t('imports')}>
      <p className="bh-muted">{t('importsHelp')}</p>
      <div className="bh-row bh-row-base">
        <Segmented
          value={kind}
          onChange={(value: Kind) => {
            setKind(value);
            setTried(undefined);
          }}
          options={KINDS.map((one) => ({ value: one, label: t(`import.${one}`) }))}
        />
        <Button loading={busy} onClick={() => file.current?.click()}>
          {t('chooseFile')}
        </Button>
        <Button type="link" href={`/api/imports/kinds/${kind}/template`} download>
          {t('template')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.xlsx"
          aria-label={t('chooseFile')}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) void upload(chosen);
            target.value = '';
          }}
        />
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {tried ? <Tried tried={tried} busy={busy} onCommit={() => void commit(tried.id)} /> : null}
    </Section>
  );
}

function Tried(props: { readonly tried: ImportAnswer; readonly busy: boolean; readonly onCommit: () => void }) {
  const { tried, busy, onCommit } = props;
  const t = useTexts(appraisalTexts);
  if (tried.state === 'faulty') {
    return (
      <div role="alert">
        <strong>{t('importErrors', { count: tried.errorCount })}</strong>
        <ul className="bh-plain-list">
          {tried.errors.map(({ row, column, detail }) => (
            <li key={`${row} ${column} ${detail}`}>{t('importErrorLine', { row, column, detail })}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (tried.state === 'committed') return <p role="status">{t('imported', { rows: tried.rows ?? 0 })}</p>;
  return (
    <div className="bh-row bh-row-base">
      <span>{t('importRows', { rows: tried.rows ?? 0 })}</span>
      <Button type="primary" loading={busy} onClick={onCommit}>
        {t('commit')}
      </Button>
    </div>
  );
}
