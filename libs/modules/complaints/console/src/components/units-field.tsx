/** Several units of the house. */
import { ChoiceField, useUnits, type FieldProps } from '@bihuan/console-kit';

export function UnitsField(props: FieldProps) {
  const options = useUnits().map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField {...props} options={options} as="list" multiple />;
}
