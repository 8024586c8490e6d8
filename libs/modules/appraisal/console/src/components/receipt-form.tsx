/** HR's answer to a batch, row by row (APR-9). */
import type { ReceiptView } from '@bihuan/appraisal-contract';
import { api, ErrorNote, ListTable, Loaded, Section, useCan, useSubmit, useTexts } from '@bihuan/console-kit';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { periodRoute, useReceipt } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';

type Row = ReceiptView['rows'][number];
/** Staff number → why it is refused; accepted where it is not named. */
type Refused = Readonly<Record<string, string>>;

export function ReceiptForm({ period, batch }: { readonly period: string; readonly batch: string }) {
  const t = useTexts(appraisalTexts);
  return (
    <Section title={`${t('receipt')} ${batch}`}>
      <Loaded query={useReceipt(period, batch)}>{(receipt) => <Answers key={batch} receipt={receipt} />}</Loaded>
    </Section>
  );
}

function Answers({ receipt }: { readonly receipt: ReceiptView }) {
  const t = useTexts(appraisalTexts);
  const may = useCan()(MAY.receipt);
  const client = useQueryClient();
  const [refused, setRefused] = useState<Refused>(() =>
    Object.fromEntries(
      receipt.rows.filter(({ state }) => state === 'refused').map((row) => [row.staffNumber, row.reason]),
    ),
  );
  const submit = useSubmit<object, ReceiptView>((body, options) =>
    api.post<ReceiptView>(`${periodRoute(receipt.period)}/hr-receipt`, body, options),
  );
  const send = async (): Promise<void> => {
    const rows = receipt.rows.map(({ staffNumber }) => {
      const reason = refused[staffNumber];
      return { staffNumber, accepted: reason === undefined, ...(reason ? { reason } : {}) };
    });
    if (!(await submit.send({ batch: receipt.batch, rows }))) return;
    void client.invalidateQueries({ queryKey: ['appraisal', 'receipt'] });
    void client.invalidateQueries({ queryKey: ['appraisal', 'batches'] });
  };
  const set = (staffNumber: string, reason: string | undefined): void =>
    setRefused(({ [staffNumber]: _, ...others }) =>
      reason === undefined ? others : { ...others, [staffNumber]: reason },
    );
  const columns: TableColumnsType<Row> = [
    { title: t('staffNumber'), width: 100, render: (_, { staffNumber }) => staffNumber },
    { title: t('name'), width: 120, render: (_, { name }) => name },
    { title: t('receipt'), width: 120, render: (_, { state }) => t(`receipt.${state}`) },
    {
      title: t('refuse'),
      render: (_, { staffNumber, reason }) =>
        may ? (
          <span className="bh-row">
            <Checkbox
              aria-label={`${t('refuse')} ${staffNumber}`}
              checked={refused[staffNumber] !== undefined}
              onChange={({ target }) => set(staffNumber, target.checked ? '' : undefined)}
            />
            {refused[staffNumber] === undefined ? null : (
              <Input
                size="small"
                aria-label={t('refuseReason')}
                placeholder={t('refuseReason')}
                value={refused[staffNumber]}
                onChange={({ target }) => set(staffNumber, target.value)}
              />
            )}
          </span>
        ) : (
          reason
        ),
    },
  ];
  return (
    <>
      <p className="bh-muted">
        {t('accepted')} {receipt.accepted} · {t('refused')} {receipt.refused} · {t('open')} {receipt.open}
      </p>
      <ListTable
        label={t('receipt')}
        rows={receipt.rows}
        rowKey={({ staffNumber }) => staffNumber}
        columns={columns}
        empty={t('fileEmpty')}
      />
      {submit.error ? <ErrorNote error={submit.error} /> : null}
      {may && receipt.rows.length > 0 ? (
        <div className="bh-form-foot">
          <Button type="primary" loading={submit.busy} onClick={() => void send()}>
            {t('sendReceipt')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
