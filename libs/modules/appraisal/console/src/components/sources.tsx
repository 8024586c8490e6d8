/** The very records and calls behind a sheet (APR-7, APR-8). */
import type { SheetView, SourceView } from '@bihuan/appraisal-contract';
import { EmptyNote, ListTable, usePunctuation, useTexts, useTitle } from '@bihuan/console-kit';
import type { TableColumnsType } from 'antd';
import { useRecordWords } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';

/** Fen as yuan. */
export const yuan = (fen: number): string => `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`;

export function Sources({ sheet }: { readonly sheet: SheetView }) {
  const t = useTexts(appraisalTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const words = useRecordWords();
  const columns: TableColumnsType<SourceView> = [
    { title: t('date'), width: 104, render: (_, { date }) => date },
    { title: t('kind'), width: 104, render: (_, { kind }) => t(`entry.${kind}`) },
    {
      title: t('content'),
      render: (_, { kind, code, ground, number, correctionOf }) => (
        <>
          {[title(words(kind, code)), ground].filter(Boolean).join(marks.colon)}
          {number ? <span className="bh-number bh-muted"> {number}</span> : null}
          {correctionOf ? (
            <span className="bh-tag bh-tag-small">{t('correction', { period: correctionOf })}</span>
          ) : null}
        </>
      ),
    },
    { title: t('points'), width: 64, align: 'right', render: (_, { points }) => points ?? '' },
    { title: t('money'), width: 90, align: 'right', render: (_, { amount }) => (amount === 0 ? '' : yuan(amount)) },
    {
      title: t('by'),
      width: 120,
      render: (_, { by, witness }) => [by, witness ? `${t('witness')} ${witness}` : ''].filter(Boolean).join(' · '),
    },
  ];
  return (
    <>
      <ListTable
        label={t('sources')}
        rows={sheet.sources}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyNote title={t('noSources')} />}
      />
      {sheet.sample ? <Calls sample={sheet.sample} /> : null}
    </>
  );
}

function Calls({ sample }: { readonly sample: NonNullable<SheetView['sample']> }) {
  const t = useTexts(appraisalTexts);
  const { drawn, reached, good } = sample;
  return (
    <div className="bh-calls">
      <p>
        {t('calls')} · {t('callsSum', { drawn, reached, good })}
      </p>
      <ul className="bh-plain-list">
        {sample.calls.map((call) => (
          <li key={call.id}>
            <span className="bh-number">{call.number}</span> {t(`call.${call.state}`)}
            {call.good === null ? '' : ` · ${t(call.good ? 'good' : 'notGood')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
