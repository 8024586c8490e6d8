/** Where a paper is printed: this browser, or a printer of the department (FRM-6). Nothing to choose where there is none. */
import type { PrinterView } from '@bihuan/forms-contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, type ListAnswer } from '../api/client';
import { useTexts } from '../i18n/texts';
import { printingTexts } from './printing-texts';

const HERE = 'here';
const FRESH = 60_000;

export function PrinterChoice(props: {
  readonly value: string | undefined;
  readonly onChange: (printerId: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const t = useTexts(printingTexts);
  const { data } = useQuery({
    queryKey: ['printers'],
    queryFn: () => api.get<ListAnswer<PrinterView>>('/api/forms/printers'),
    staleTime: FRESH,
    retry: false,
  });
  const printers = (data?.data ?? []).filter(({ enabled }) => enabled);
  if (printers.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={t('printer')}
      className="bh-filter"
      value={value ?? HERE}
      onChange={(chosen) => onChange(chosen === HERE ? undefined : chosen)}
      options={[
        { value: HERE, label: t('thisBrowser') },
        ...printers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
