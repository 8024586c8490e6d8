/** `/`: one box for everything. A number opens its record; anything else is looked for as a POST, never in an address. */
import { api, useHotkeys, useRooms, useTexts, formatPhone, KeyHint, type ListAnswer } from '@bihuan/console-kit';
import type { CustomerSummary } from '@bihuan/customers-contract';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { findPaper } from './find-paper';
import { shellTexts } from './texts';

interface Hit {
  readonly path: string;
  readonly title: string;
  readonly beside: string;
}

export function SearchBox() {
  const t = useTexts(shellTexts);
  const rooms = useRooms();
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  useHotkeys([{ keys: '/', title: t('searchTitle'), run: () => box.current?.focus() }]);

  const found = useQuery({
    queryKey: ['search', text],
    enabled: text.length >= 2,
    staleTime: 10_000,
    queryFn: async (): Promise<{ customers: Hit[]; records: Hit[] }> => {
      const [people, ...records] = await Promise.all([
        api.post<ListAnswer<CustomerSummary>>('/api/customers/search', { text }),
        ...rooms.map((room) => (room.findNumber ? room.findNumber(text) : undefined)),
      ]);
      const own = records.filter((path) => path !== undefined);
      const paths = own.length > 0 ? own : await findPaper(text, rooms);
      return {
        customers: people.data.map(({ id, name, contacts, sites }) => ({
          path: `/customers/${id}`,
          title: name,
          beside: [sites[0]?.name, contacts[0] ? formatPhone(contacts[0].phone) : undefined]
            .filter(Boolean)
            .join(' · '),
        })),
        records: paths.map((path) => ({ path, title: text, beside: '' })),
      };
    },
  });
  const go = (path: string): void => {
    setTyped('');
    box.current?.blur();
    void navigate(path);
  };
  const option = ({ path, title, beside }: Hit) => ({
    value: path,
    label: (
      <div className="bh-hit">
        <span>{title}</span>
        <span className="bh-muted">{beside}</span>
      </div>
    ),
  });
  const groups = [
    { label: t('records'), options: (found.data?.records ?? []).map(option) },
    { label: t('customers'), options: (found.data?.customers ?? []).map(option) },
  ].filter(({ options }) => options.length > 0);
  return (
    <AutoComplete
      className="bh-search"
      value={typed}
      options={text.length >= 2 ? groups : []}
      defaultActiveFirstOption
      onSelect={(path: string) => go(path)}
      onSearch={setTyped}
      popupMatchSelectWidth={480}
      notFoundContent={
        found.isFetched && text.length >= 2 ? <span className="bh-search-none">{t('searchNothing')}</span> : null
      }
    >
      <Input
        ref={box}
        size="small"
        aria-label={t('searchTitle')}
        placeholder={t('searchHint')}
        suffix={<KeyHint keys="/" />}
        onKeyDown={(event) => {
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
    </AutoComplete>
  );
}
