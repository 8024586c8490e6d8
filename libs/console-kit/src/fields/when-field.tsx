/** A date and time whose value is the instant itself, ISO 8601 with its offset, typed on the suite's wall clock. */
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { WhenInput } from '../form/when-input';
import { wallClock, wallToIso } from '../time/format';
import { given, rules, type FieldProps } from './field';

interface Held {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** `2026-09-18 14:00` of an instant. */
function wallOf(iso: string | undefined): string | undefined {
  if (!iso) return undefined;
  const { date, time } = wallClock(iso);
  return `${date} ${time}`;
}

function InstantInput({ id, value, onChange }: Held) {
  const wall = wallOf(value);
  return (
    <WhenInput
      {...given({ id, value: wall })}
      onChange={(typed) => onChange?.(typed === undefined ? undefined : wallToIso(typed))}
    />
  );
}

export function WhenField({ name, label, required, className, help }: FieldProps) {
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <InstantInput />
    </Form.Item>
  );
}

function DayInput({ id, value, onChange }: Held) {
  return (
    <DatePicker
      {...given({ id })}
      className="bh-when"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      needConfirm={false}
    />
  );
}

/** A day, `2026-09-18`. */
export function DayField({ name, label, required, className, help }: FieldProps) {
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <DayInput />
    </Form.Item>
  );
}
