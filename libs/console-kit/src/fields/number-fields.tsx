/** Money typed in yuan, kept in fen; and plain numbers. */
import { Form, InputNumber } from 'antd';
import { given, rules, type FieldProps } from './field';

function MoneyInput(props: {
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (fen: number | undefined) => void;
  readonly negative: boolean;
}) {
  const { id, value, onChange, negative } = props;
  return (
    <InputNumber
      {...given({ id })}
      prefix="¥"
      precision={2}
      {...(negative ? {} : { min: 0 })}
      value={value === undefined ? null : value / 100}
      onChange={(yuan: number | null) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  );
}

/** The value is in fen. */
export function MoneyField(props: FieldProps & { readonly negative?: boolean }) {
  const { name, label, required, className, help, negative = false } = props;
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <MoneyInput negative={negative} />
    </Form.Item>
  );
}

export interface NumberFieldProps extends FieldProps {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Behind the number: 分, 小时. */
  readonly unit?: string;
}

export function NumberField({ name, label, required, className, help, min, max, step, unit }: NumberFieldProps) {
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <InputNumber {...given({ min, max, step, suffix: unit })} />
    </Form.Item>
  );
}
