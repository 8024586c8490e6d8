/** Several of the same kind, such as proposals: rows that are added and taken away; the first is there from the start. */
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';

export interface ListFieldProps {
  readonly name: string;
  readonly label: string;
  readonly addLabel: string;
  readonly max?: number;
  /** Fields of one row; their names begin with its index: `[index, 'text']`. */
  readonly children: (index: number) => ReactNode;
}

export function ListField({ name, label, addLabel, max = 20, children }: ListFieldProps) {
  const t = useTexts(kitTexts);
  return (
    <Form.List name={name} initialValue={[{}]}>
      {(rows, { add, remove }, { errors }) => (
        <fieldset className="bh-list-field">
          <legend>{label}</legend>
          {rows.map((row, place) => (
            <div key={row.key} className="bh-list-row">
              <div className="bh-grow">{children(row.name)}</div>
              {rows.length > 1 ? (
                <Button size="small" type="text" onClick={() => remove(row.name)}>
                  {t('removeRow', { number: place + 1 })}
                </Button>
              ) : null}
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {rows.length < max ? (
            <Button size="small" onClick={() => add({})}>
              {addLabel}
            </Button>
          ) : null}
        </fieldset>
      )}
    </Form.List>
  );
}
