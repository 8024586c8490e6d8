/** One of a list, as buttons while they fit on a line, else as a list that can be typed into; or several of it. */
import { Checkbox, Form, Radio, Select } from 'antd';
import type { CodeTitle } from '../house/pack';
import { useTitle } from '../i18n/texts';
import { given, rules, type FieldProps } from './field';
import { TextField } from './text-field';

export interface Choice {
  readonly value: string | number | boolean;
  readonly label: string;
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly as?: 'buttons' | 'list' | undefined;
  readonly multiple?: boolean | undefined;
  /** Several, and words that are not in the list. */
  readonly open?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** So many stand side by side. */
const BESIDE = 6;

export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, required, className, help, options, multiple = false, open = false, placeholder } = props;
  const as = open ? 'list' : (props.as ?? (options.length <= BESIDE ? 'buttons' : 'list'));
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      {as === 'list' ? (
        <Select
          allowClear={!required}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          {...(open ? { mode: 'tags' as const } : multiple ? { mode: 'multiple' as const } : {})}
          {...given({ placeholder })}
        />
      ) : multiple ? (
        <Checkbox.Group options={[...options]} />
      ) : (
        <Radio.Group optionType="button" size="small" options={[...options]} />
      )}
    </Form.Item>
  );
}

export interface CodeFieldProps extends FieldProps {
  /** A list of the pack; an empty one takes words. */
  readonly codes: readonly CodeTitle[] | undefined;
  readonly as?: 'buttons' | 'list' | undefined;
  /** Of the words, where there is no list. */
  readonly max?: number;
  readonly rows?: number;
}

/** A code where the pack has a list, one's own words where it has none. */
export function CodeField({ codes, as, max = 60, rows = 1, ...field }: CodeFieldProps) {
  const choices = useChoices();
  if (!codes || codes.length === 0) return <TextField {...field} rows={rows} max={max} />;
  return <ChoiceField {...field} options={choices(codes)} as={as} />;
}

/** Codes of the pack as choices in the reader's language. */
export function useChoices(): (codes: readonly CodeTitle[] | undefined) => Choice[] {
  const title = useTitle();
  return (codes) => (codes ?? []).map(({ code, title: named }) => ({ value: code, label: title(named) }));
}
