/** Words of any length, or one line of them. */
import { Form, Input } from 'antd';
import { given, rules, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  /** 1 = one line. */
  readonly rows?: number;
  readonly max?: number;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'tel' | 'numeric' | 'text';
}

export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    required,
    className,
    help,
    rows = 3,
    max = rows > 1 ? 4000 : 1000,
    placeholder,
    inputMode,
  } = props;
  const hint = given({ placeholder });
  return (
    <Form.Item name={name} label={label} rules={rules(required, true)} {...given({ className, extra: help })}>
      {rows > 1 ? (
        <Input.TextArea rows={rows} maxLength={max} {...hint} />
      ) : (
        <Input maxLength={max} {...hint} {...given({ inputMode })} />
      )}
    </Form.Item>
  );
}
