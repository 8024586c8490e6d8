/** One contact person and a deputy a branch; a change takes the open cases along the same minute (APL-9). */
import {
  ActionForm,
  api,
  EmptyNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  PersonField,
  Section,
  TextField,
  typedValues,
  useCan,
  useLanguage,
  useMe,
  useTexts,
} from '@bihuan/console-kit';
import { APPEALS_PERMISSIONS, type ContactLine, type ContactView } from '@bihuan/appeals-contract';
import { useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { appeals, contactsKey, useContacts } from '../api/appeals';
import { appealsTexts } from '../locales/texts';

export function ContactPersonsPage() {
  const t = useTexts(appealsTexts);
  const language = useLanguage();
  const may = useCan();
  const query = useContacts();
  const [unitId, setUnitId] = useState<string>();
  const [moved, setMoved] = useState<number>();
  const columns: TableColumnsType<ContactLine> = [
    { title: t('unit'), render: (_, { unit }) => unit.name },
    {
      title: t('contact'),
      width: 200,
      render: (_, { contact }) => contact?.name ?? <span className="bh-muted">{t('noContact')}</span>,
    },
    { title: t('deputy'), width: 160, render: (_, { deputy }) => deputy?.name },
    { title: t('since'), width: 190, render: (_, { since }) => (since ? formatInstant(since, language) : '') },
  ];
  const manages = may(APPEALS_PERMISSIONS.manageContacts);
  return (
    <Page title={t('contacts')}>
      <Loaded query={query}>
        {(lines) => {
          const line = lines.find(({ unit }) => unit.id === unitId);
          return (
            <div className="bh-two">
              <ListTable
                label={t('contacts')}
                rows={lines}
                rowKey={({ unit }) => unit.id}
                columns={columns}
                {...(manages ? { onOpen: ({ unit }: ContactLine) => setUnitId(unit.id) } : {})}
                rowClassName={({ unit }) => (unit.id === unitId ? 'bh-chosen-row' : '')}
                empty={<EmptyNote title={t('noContact')} />}
              />
              <div>
                {moved === undefined ? null : <p className="bh-act-note">{t('moved', { count: moved })}</p>}
                {line ? (
                  <Change
                    key={line.unit.id}
                    line={line}
                    onCancel={() => setUnitId(undefined)}
                    onDone={(changed) => {
                      setMoved(changed.moved);
                      setUnitId(undefined);
                    }}
                  />
                ) : null}
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Change(props: {
  readonly line: ContactLine;
  readonly onDone: (changed: ContactView) => void;
  readonly onCancel: () => void;
}) {
  const { line, onDone, onCancel } = props;
  const t = useTexts(appealsTexts);
  const me = useMe();
  const client = useQueryClient();
  const { unit, contact, deputy, version } = line;
  return (
    <Section title={`${contact ? t('changeContact') : t('nameContact')} · ${unit.name}`}>
      <ActionForm<ContactView>
        draft={`${me.id}:appeals:contact:${unit.id}`}
        initial={{ employeeId: contact?.id, deputyId: deputy?.id }}
        version={version ?? undefined}
        submitLabel={contact ? t('changeContact') : t('nameContact')}
        toBody={(values) => ({ unitId: unit.id, ...typedValues(values) })}
        action={(body, options) => api.post<ContactView>('/api/appeals/contact-persons', body, options)}
        onDone={(changed) => {
          void client.invalidateQueries({ queryKey: contactsKey });
          void client.invalidateQueries({ queryKey: appeals.lists });
          onDone(changed);
        }}
        onCancel={onCancel}
        autoFocus
      >
        <p className="bh-act-note">{t('changeNote')}</p>
        <PersonField name="employeeId" label={t('contact')} unitId={unit.id} required />
        <PersonField name="deputyId" label={t('deputy')} unitId={unit.id} required />
        <TextField name="reason" label={t('promiseReason')} rows={2} max={1000} />
      </ActionForm>
    </Section>
  );
}
