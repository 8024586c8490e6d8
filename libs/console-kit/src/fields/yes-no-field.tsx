/** Yes, no and, where it may be so, 'not asked'; or a question answered with its reason (CMP-5). */
import { Form, Radio } from 'antd';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { given, rules, type FieldProps } from './field';
import { TextField } from './text-field';

export interface YesNoFieldProps extends FieldProps {
  /** A third answer, sent as `unknown`. */
  readonly unknown?: boolean;
  readonly yes?: string;
  readonly no?: string;
}

export function YesNoField({ name, label, required = true, className, help, unknown, yes, no }: YesNoFieldProps) {
  const t = useTexts(kitTexts);
  const options = [
    { value: true, label: yes ?? t('yes') },
    { value: false, label: no ?? t('no') },
    ...(unknown ? [{ value: 'unknown', label: t('notAsked') }] : []),
  ];
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <Radio.Group optionType="button" size="small" options={options} />
    </Form.Item>
  );
}

export interface ReasonedFieldProps {
  /** The group in the body: `grounds` of `{ grounds: { sufficient, reason } }`. */
  readonly group: string;
  readonly answer: string;
  /** Name of the words, `reason` unless said. */
  readonly words?: string;
  readonly label: string;
  readonly reasonLabel: string;
  readonly required?: boolean;
  readonly yes?: string;
  readonly no?: string;
}

/** A yes or no with the words behind it, side by side. */
export function ReasonedField(props: ReasonedFieldProps) {
  const { group, answer, words = 'reason', label, reasonLabel, required = true, yes, no } = props;
  return (
    <div className="bh-row">
      <YesNoField name={[group, answer]} label={label} required={required} {...given({ yes, no })} />
      <TextField name={[group, words]} label={reasonLabel} rows={1} className="bh-grow" required={required} />
    </div>
  );
}
