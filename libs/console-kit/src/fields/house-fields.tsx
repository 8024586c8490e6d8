/** A unit or a person of the house. */
import { Form, Select } from 'antd';
import { useEmployees, useUnits } from '../house/people';
import { useMe } from '../session/session';
import { given, rules, type FieldName, type FieldProps } from './field';

export interface UnitFieldProps extends FieldProps {
  /** Only units of these functions, or whatever else the act allows. */
  readonly only?:
    ((unit: { readonly id: string; readonly code: string; readonly function: string }) => boolean) | undefined;
  readonly placeholder?: string | undefined;
}

export function UnitField({ name, label, required, className, help, only, placeholder }: UnitFieldProps) {
  const units = useUnits().filter((unit) => !only || only(unit));
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <Select
        allowClear={!required}
        showSearch={{ optionFilterProp: 'label' }}
        options={units.map(({ id, name: title }) => ({ value: id, label: title }))}
        {...given({ placeholder })}
      />
    </Form.Item>
  );
}

export interface PersonFieldProps extends FieldProps {
  /** Staff of this unit only. */
  readonly unitId?: string | undefined;
  /** Staff of the unit chosen in this field of the same form. */
  readonly ofUnit?: FieldName | undefined;
  readonly exceptMe?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

export function PersonField(props: PersonFieldProps) {
  const { name, label, required, className, help, unitId, ofUnit, exceptMe, multiple, placeholder } = props;
  const me = useMe();
  const chosen = Form.useWatch<string | undefined>(ofUnit ?? []);
  const staff = useEmployees((ofUnit ? chosen : undefined) ?? unitId);
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <Select
        allowClear={!required}
        showSearch={{ optionFilterProp: 'label' }}
        options={staff
          .filter(({ id }) => !exceptMe || id !== me.employeeId)
          .map(({ id, name: title, officerNumber }) => ({
            value: id,
            label: `${title} ${officerNumber ?? ''}`.trim(),
          }))}
        {...(multiple ? { mode: 'multiple' as const } : {})}
        {...given({ placeholder })}
      />
    </Form.Item>
  );
}
