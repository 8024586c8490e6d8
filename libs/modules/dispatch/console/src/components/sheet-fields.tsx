/** The service sheet and its signature (DSP-8, DSP-8a, DSP-8b). */
import {
  ChoiceField,
  ListField,
  MoneyField,
  NumberField,
  SignatureField,
  TextField,
  typedValues,
  usePunctuation,
  useTexts,
  type Values,
} from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { useSection } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

/** What stands on the sheet, so that filling it in goes on from there. */
export const sheetValues = ({ sheet }: WorkOrderView): Values => ({
  ...(sheet.parts.length > 0 ? { parts: sheet.parts } : {}),
  minutes: sheet.minutes ?? undefined,
  charge: sheet.charge ?? undefined,
  text: sheet.text,
  ...(sheet.leftOver.length > 0 ? { leftOver: sheet.leftOver } : {}),
});

/** A row in which only the number stands is no part; lists that were emptied are sent as empty. */
export function sheetBody(values: Values): Values {
  const named = (list: unknown, field: string): unknown[] =>
    (Array.isArray(list) ? (list as Values[]) : []).map(typedValues).filter((row) => row[field] !== undefined);
  return {
    ...typedValues({ ...values, parts: undefined, leftOver: undefined }),
    parts: named(values['parts'], 'name').map((part) => ({ quantity: 1, ...(part as Values) })),
    leftOver: named(values['leftOver'], 'text'),
  };
}

export function SheetFields() {
  const t = useTexts(dispatchTexts);
  return (
    <>
      <TextField name="text" label={t('work')} />
      <ListField name="parts" label={t('parts')} addLabel={t('addPart')} max={100}>
        {(index) => (
          <div className="bh-row">
            <TextField
              name={[index, 'name']}
              label={t('part', { number: index + 1 })}
              rows={1}
              max={200}
              className="bh-grow"
            />
            <TextField name={[index, 'serial']} label={t('serial')} rows={1} max={100} className="bh-w140" />
            <NumberField name={[index, 'quantity']} label={t('quantity')} min={1} className="bh-w100" />
          </div>
        )}
      </ListField>
      <div className="bh-row">
        <NumberField name="minutes" label={t('minutes')} min={0} unit={t('minuteUnit')} />
        <MoneyField name="charge" label={t('charge')} />
      </div>
      <p className="bh-act-note">{t('leftOverNote')}</p>
      <ListField name="leftOver" label={t('leftOver')} addLabel={t('addLeftOver')}>
        {(index) => (
          <div className="bh-row">
            <TextField
              name={[index, 'text']}
              label={t('leftOverItem', { number: index + 1 })}
              rows={1}
              className="bh-grow"
            />
            <TextField name={[index, 'measure']} label={t('measure')} rows={1} className="bh-grow" />
          </div>
        )}
      </ListField>
    </>
  );
}

export function SignFields() {
  const t = useTexts(dispatchTexts);
  const marks = usePunctuation();
  const best = useSection()?.ratings ?? 0;
  return (
    <>
      <div className="bh-row">
        <TextField name="name" label={t('signer')} rows={1} max={100} className="bh-grow" required />
        <TextField
          name="code"
          label={t('code')}
          help={t('codeHelp')}
          rows={1}
          max={9}
          inputMode="numeric"
          className="bh-grow"
        />
      </div>
      <SignatureField name="attachmentId" label={t('signature')} />
      {best > 0 ? (
        <ChoiceField
          name="rating"
          label={marks.aside(t('rating'), t('ratingHelp', { max: best }))}
          options={Array.from({ length: best }, (_, index) => ({ value: best - index, label: String(best - index) }))}
          as="buttons"
        />
      ) : null}
      <TextField name="remark" label={t('remark')} rows={2} max={2000} />
    </>
  );
}
