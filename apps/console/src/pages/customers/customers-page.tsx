/** Customers found by phone, name, site, serial or number (CUS-1). What is looked for goes in a body, never in an address. */
import {
  api,
  EmptyNote,
  formatPhone,
  ListTable,
  Loaded,
  Page,
  usePack,
  useTexts,
  useTitle,
  type ListAnswer,
} from '@bihuan/console-kit';
import type { CustomerSummary } from '@bihuan/customers-contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, type TableColumnsType } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useNavigate } from 'react-router';
import { shellTexts } from '../../shell/texts';

export function CustomersPage() {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const pack = usePack();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['customers', text],
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: () => api.post<ListAnswer<CustomerSummary>>('/api/customers/search', { text }),
  });
  const levels = new Map(pack?.customerLevels.map((level) => [level.code, level.title]));
  const columns: TableColumnsType<CustomerSummary> = [
    { title: t('name'), dataIndex: 'name' },
    { title: t('level'), width: 120, render: (_, { level }) => (level ? title(levels.get(level) ?? level) : '') },
    {
      title: t('contacts'),
      width: 240,
      render: (_, { contacts }) =>
        contacts.slice(0, 2).map(({ id, name, phone }) => <div key={id}>{`${name} ${formatPhone(phone)}`}</div>),
    },
    {
      title: t('sites'),
      render: (_, { sites }) =>
        sites
          .slice(0, 3)
          .map(({ name }) => name)
          .join('、'),
    },
    { title: t('region'), dataIndex: 'region', width: 110 },
  ];
  return (
    <Page title={t('customerSearch')}>
      <Input.Search
        className="bh-wide-search"
        autoFocus
        allowClear
        value={typed}
        placeholder={t('customerHint')}
        onChange={({ target }) => setTyped(target.value)}
      />
      {text.length < 2 ? (
        <EmptyNote title={t('customerStart')}>{t('customerHint')}</EmptyNote>
      ) : (
        <Loaded query={found}>
          {({ data }) => (
            <ListTable
              label={t('customerSearch')}
              rows={data}
              rowKey={({ id }) => id}
              columns={columns}
              onOpen={({ id }) => void navigate(`/customers/${id}`)}
              empty={<EmptyNote title={t('searchNothing')} />}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
