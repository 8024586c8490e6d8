/** Sum and mean of a month per engineer, department and division (RVT-8a, RD-1). */
import { EmptyNote, ListTable, Loaded, Page, Section, suiteNow, useTexts, wallClock } from '@bihuan/console-kit';
import type { MonthFigure } from '@bihuan/revisit-contract';
import { DatePicker, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useFigures } from '../api/tasks';
import { evaluationTexts } from '../locales/evaluation-texts';

export function EvaluationFiguresPage() {
  const t = useTexts(evaluationTexts);
  const [month, setMonth] = useState(() => wallClock(new Date(suiteNow())).date.slice(0, 7));
  const number = (title: string, of: (figure: MonthFigure) => number) => ({
    title,
    width: 110,
    align: 'right' as const,
    render: (_: unknown, figure: MonthFigure) => of(figure),
  });
  const columns: TableColumnsType<MonthFigure> = [
    { title: t('name'), dataIndex: 'name' },
    number(t('count'), ({ count }) => count),
    number(`${t('technicalLevel')} ${t('sum')}`, ({ technicalLevel }) => technicalLevel.sum),
    number(t('mean'), ({ technicalLevel }) => technicalLevel.mean),
    number(`${t('attitude')} ${t('sum')}`, ({ attitude }) => attitude.sum),
    number(t('mean'), ({ attitude }) => attitude.mean),
    number(t('sum'), ({ sum }) => sum),
    number(t('mean'), ({ mean }) => mean),
  ];
  return (
    <Page
      title={t('figures')}
      actions={
        <DatePicker
          picker="month"
          aria-label={t('month')}
          allowClear={false}
          value={dayjs(`${month}-01`)}
          onChange={(day) => day && setMonth(day.format('YYYY-MM'))}
        />
      }
    >
      <Loaded query={useFigures(month)}>
        {(figures) =>
          (['engineers', 'departments', 'divisions'] as const).map((part) => (
            <Section key={part} title={t(part)}>
              <ListTable
                label={t(part)}
                rows={figures[part]}
                rowKey={({ id }) => id}
                columns={columns}
                empty={<EmptyNote title={t('none')} />}
              />
            </Section>
          ))
        }
      </Loaded>
    </Page>
  );
}
