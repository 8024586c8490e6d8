/** The file for HR as it will be read: columns, rows, control totals, and the three forms of it (APR-9). */
import type { HrFile, HrRow } from '@bihuan/appraisal-contract';
import { address, EmptyNote, ListTable, useTexts, useTitle } from '@bihuan/console-kit';
import { Button, type TableColumnsType } from 'antd';
import { periodRoute } from '../api/appraisal';
import { appraisalTexts } from '../locales/texts';
import { yuan } from './sources';

const FORMATS = ['xlsx', 'csv', 'json'] as const;

export function FilePreview({ file }: { readonly file: HrFile }) {
  const t = useTexts(appraisalTexts);
  const title = useTitle();
  const { control } = file;
  const columns: TableColumnsType<HrRow> = [
    { title: t('staffNumber'), width: 80, render: (_, { staffNumber }) => staffNumber },
    { title: t('name'), width: 90, render: (_, { name }) => name },
    { title: t('unit'), width: 130, render: (_, { unit }) => unit },
    ...file.parts.map(({ code, title: named }) => ({
      title: title(named),
      width: 96,
      align: 'right' as const,
      render: (_: unknown, { parts }: HrRow) => parts[code],
    })),
    { title: t('total'), width: 90, align: 'right', render: (_, { total }) => <strong>{total}</strong> },
    { title: t('money'), width: 96, align: 'right', render: (_, { money }) => yuan(money) },
    { title: t('ground'), render: (_, { ground }) => <span className="bh-small">{ground}</span> },
  ];
  return (
    <>
      <div className="bh-control">
        <span className="bh-muted">{t('batch')}</span> <span className="bh-number">{file.batch}</span>
        <span className="bh-muted">{t('rows')}</span> <strong>{control.rows}</strong>
        <span className="bh-muted">{t('totalSum')}</span> <strong>{control.total}</strong>
        <span className="bh-muted">{t('moneySum')}</span> <strong>{yuan(control.money)}</strong>
        <div className="bh-spacer" />
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            disabled={control.rows === 0}
            href={address(`${periodRoute(file.period)}/hr-file`, { format })}
            download={`hr-${file.batch}.${format}`}
          >
            {t('download', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      <ListTable
        label={t('hrFile')}
        rows={file.rows}
        rowKey={({ staffNumber }) => staffNumber}
        columns={columns}
        empty={<EmptyNote title={t('fileEmpty')}>{t('fileHelp')}</EmptyNote>}
      />
    </>
  );
}
