/** The caller found by his phone number (CUS-1): one hit is taken, several are offered, none becomes a new customer. */
import { api, formatPhone, useTexts, type ListAnswer } from '@bihuan/console-kit';
import type { CustomerSummary } from '@bihuan/customers-contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { hotlineTexts } from '../locales/texts';

/** Digits after which a number is looked for by itself. */
const ENOUGH = 7;

export interface CallerSearch {
  readonly hits: readonly CustomerSummary[];
  readonly searched: boolean;
}

const digits = (phone: string): string => phone.replace(/[^\d*#+]/g, '');

/** Customers with this number; looked for in a body, never in an address. */
export function useCaller(phone: string): CallerSearch {
  const number = digits(phone);
  const found = useQuery({
    queryKey: ['customers', 'phone', number],
    enabled: number.length >= ENOUGH,
    queryFn: () => api.post<ListAnswer<CustomerSummary>>('/api/customers/search', { phone: number }),
  });
  return {
    hits: number.length >= ENOUGH ? (found.data?.data ?? []) : [],
    searched: number.length >= ENOUGH && found.isSuccess,
  };
}

/** Says who calls; takes a single hit by itself. */
export function Caller(props: {
  readonly search: CallerSearch;
  readonly chosen: CustomerSummary | undefined;
  readonly onChoose: (customer: CustomerSummary | undefined) => void;
}) {
  const { search, chosen, onChoose } = props;
  const t = useTexts(hotlineTexts);
  const { hits, searched } = search;
  useEffect(() => {
    const still = hits.find(({ id }) => id === chosen?.id);
    if (!still && hits.length <= 1 && chosen !== hits[0]) onChoose(hits[0]);
  }, [hits, chosen, onChoose]);

  if (chosen) {
    return (
      <div className="bh-caller">
        <span className="bh-tag">{t('knownCustomer')}</span> <b>{chosen.name}</b>
      </div>
    );
  }
  if (hits.length > 1) {
    return (
      <div className="bh-caller">
        <span className="bh-muted">{t('pickCustomer')}</span>
        {hits.slice(0, 6).map((customer) => (
          <Button key={customer.id} size="small" onClick={() => onChoose(customer)}>
            {customer.name} <span className="bh-muted">{formatPhone(customer.contacts[0]?.phone ?? '')}</span>
          </Button>
        ))}
      </div>
    );
  }
  if (!searched) return null;
  return (
    <div className="bh-caller">
      <span className="bh-tag bh-tag-new">{t('newCustomer')}</span>{' '}
      <span className="bh-muted">{t('newCustomerHelp')}</span>
    </div>
  );
}
