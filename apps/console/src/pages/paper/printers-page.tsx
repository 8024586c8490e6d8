/** Printers of departments: entered, changed, switched off, tried with a test page (FRM-6). */
import {
  api,
  EmptyNote,
  ErrorNote,
  ListTable,
  Loaded,
  Page,
  SendingWord,
  useSubmit,
  useTexts,
  type ListAnswer,
} from '@bihuan/console-kit';
import type { PrinterView, SendingView } from '@bihuan/forms-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { paperTexts } from './paper-texts';
import { PrinterForm } from './printer-form';

const KEY = ['printers'];

export function PrintersPage() {
  const t = useTexts(paperTexts);
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<ListAnswer<PrinterView>>('/api/forms/printers') });
  const [edited, setEdited] = useState<PrinterView | 'new'>();
  const [tests, setTests] = useState<Readonly<Record<string, SendingView>>>({});
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: KEY });
  const test = useSubmit<string, SendingView>((id, options) =>
    api.post(`/api/forms/printers/${id}/test-page`, {}, options),
  );
  const change = useSubmit<{ readonly id: string; readonly enabled: boolean }, PrinterView>(
    ({ id, enabled }, options) => api.post(`/api/forms/printers/${id}/change`, { enabled }, options),
  );
  const tryIt = async (id: string): Promise<void> => {
    const sending = await test.send(id);
    if (sending) setTests((before) => ({ ...before, [id]: sending }));
  };
  const turn = async ({ id, enabled, version }: PrinterView): Promise<void> => {
    await change.send({ id, enabled: !enabled }, version);
    await reread();
  };
  const error = test.error ?? change.error;
  return (
    <Page
      title={t('printers')}
      actions={
        <Button type="primary" size="small" onClick={() => setEdited('new')}>
          {t('addPrinter')}
        </Button>
      }
    >
      <p className="bh-muted">{t('printersHelp')}</p>
      {error ? <ErrorNote error={error} /> : null}
      <Loaded query={query}>
        {({ data }) => (
          <ListTable
            label={t('printers')}
            rows={data}
            rowKey={({ id }) => id}
            columns={[
              { title: t('name'), dataIndex: 'name' },
              { title: t('address'), render: (_, { url }) => url ?? '' },
              { title: t('unit'), width: 160, dataIndex: 'unitName' },
              { title: t('state'), width: 80, render: (_, { enabled }) => t(enabled ? 'enabled' : 'disabled') },
              {
                title: '',
                width: 420,
                render: (_, printer) => (
                  <Space>
                    <Button size="small" onClick={() => setEdited(printer)}>
                      {t('changePrinter')}
                    </Button>
                    <Button size="small" onClick={() => void turn(printer)}>
                      {t(printer.enabled ? 'disable' : 'enable')}
                    </Button>
                    <Button size="small" disabled={!printer.enabled} onClick={() => void tryIt(printer.id)}>
                      {t('testPage')}
                    </Button>
                    {tests[printer.id] ? (
                      <SendingWord key={tests[printer.id]?.id} sending={tests[printer.id] as SendingView} />
                    ) : null}
                  </Space>
                ),
              },
            ]}
            empty={<EmptyNote title={t('noPrinters')}>{t('noPrintersHelp')}</EmptyNote>}
          />
        )}
      </Loaded>
      {edited ? (
        <PrinterForm
          {...(edited === 'new' ? {} : { printer: edited })}
          onClose={() => setEdited(undefined)}
          onDone={() => {
            setEdited(undefined);
            void reread();
          }}
        />
      ) : null}
    </Page>
  );
}
