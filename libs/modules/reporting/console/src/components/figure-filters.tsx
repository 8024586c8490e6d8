/** Dimensions to split by, and codes to narrow to; both stand in the address (RPT-2). */
import { usePunctuation, useTexts, useTitle, useUnits } from '@bihuan/console-kit';
import type { IndicatorView } from '@bihuan/reporting-contract';
import { Select, Tag } from 'antd';
import { useCodeName, useCodes } from '../format/codes';
import { reportingTexts } from '../locales/texts';
import type { Asked } from './question';

/** So many the server takes at once. */
const MOST = 4;

export const useDimensionName = (): ((dimension: string) => string) => {
  const t = useTexts(reportingTexts);
  return (dimension) => t(`dim.${dimension}` as 'dim.unit');
};

export function DimensionPicker({ indicator, asked }: { readonly indicator: IndicatorView; readonly asked: Asked }) {
  const t = useTexts(reportingTexts);
  const name = useDimensionName();
  return (
    <Select
      mode="multiple"
      className="bh-dimensions"
      aria-label={t('by')}
      placeholder={t('byHelp')}
      maxCount={MOST}
      value={[...asked.by]}
      options={indicator.dimensions.map((value) => ({ value, label: name(value) }))}
      onChange={(by: string[]) => asked.set({ by: by.join(',') })}
    />
  );
}

/** Filters that stand, each of which can be dropped; and a further one from the lists of the house and the pack. */
export function FilterPicker({ indicator, asked }: { readonly indicator: IndicatorView; readonly asked: Asked }) {
  const t = useTexts(reportingTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const name = useDimensionName();
  const codeName = useCodeName(indicator.module);
  const codes = useCodes(indicator.module);
  const units = useUnits();
  const choices = (dimension: string): readonly { readonly value: string; readonly label: string }[] =>
    dimension.endsWith('unit')
      ? units.map(({ id, name: label }) => ({ value: id, label }))
      : codes(dimension).map(({ code, title: named }) => ({ value: code, label: title(named) }));
  const offered = indicator.dimensions
    .filter((dimension) => !(dimension in asked.filter))
    .map((dimension) => ({ dimension, options: choices(dimension) }))
    .filter(({ options }) => options.length > 0);
  return (
    <span className="bh-inline">
      {Object.entries(asked.filter).map(([dimension, code]) => (
        <Tag
          key={dimension}
          closable={{ 'aria-label': t('dropFilter', { name: name(dimension) }) }}
          onClose={() => asked.setFilter(dimension, undefined)}
        >
          {`${name(dimension)}${marks.colon}${codeName(dimension, code)}`}
        </Tag>
      ))}
      <Select
        className="bh-filter"
        aria-label={t('filters')}
        placeholder={t('filters')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map(({ dimension, options }) => ({
          label: name(dimension),
          options: options.map(({ value, label }) => ({
            value: `${dimension}=${value}`,
            label: `${name(dimension)}${marks.colon}${label}`,
          })),
        }))}
        onChange={(chosen: string | null) => {
          const [dimension = '', code] = chosen?.split(/=(.*)/s) ?? [];
          if (dimension) asked.setFilter(dimension, code);
        }}
      />
    </span>
  );
}
