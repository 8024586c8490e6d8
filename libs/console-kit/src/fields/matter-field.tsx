/** Another matter, found by the beginning of its number: to be joined or linked. */
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { MatterApi, MatterLine } from '../matter/matter-api';
import { given, rules, type FieldProps } from './field';

interface Props<View, Line extends MatterLine> {
  readonly of: MatterApi<View, Line>;
  /** Beside the number. */
  readonly beside?: (line: Line) => string;
  /** The matter it is asked for. */
  readonly except?: string | undefined;
}

function MatterInput<View, Line extends MatterLine>(
  props: Props<View, Line> & {
    readonly id?: string;
    readonly value?: string;
    readonly onChange?: (id: string | undefined) => void;
  },
) {
  const { of, beside, except, id, value, onChange } = props;
  const [typed, setTyped] = useState('');
  const number = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: [...of.lists, 'pick', number],
    queryFn: () =>
      of.list({ 'filter[state]': number ? 'all' : 'open', 'filter[number]': number || undefined, 'page[size]': 20 }),
  });
  return (
    <Select
      {...given({ id })}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(found.data?.data ?? [])
        .filter((line) => line.id !== except)
        .map((line) => ({ value: line.id, label: [line.number, beside?.(line)].filter(Boolean).join(' · ') }))}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  );
}

/** The value is the id of the chosen matter. */
export function MatterField<View, Line extends MatterLine>(props: FieldProps & Props<View, Line>) {
  const { name, label, required, className, help, ...input } = props;
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <MatterInput {...input} />
    </Form.Item>
  );
}
