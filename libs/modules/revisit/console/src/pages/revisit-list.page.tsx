/** The caller's day: one customer after another, prepare, call, script, result (RVT-1a, RVT-2, RVT-3). */
import {
  EmptyNote,
  ListTable,
  Loaded,
  MatterClock,
  Page,
  Section,
  useHotkeys,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTasks } from '../api/tasks';
import { CallPanel } from '../components/call-panel';
import { revisitTexts } from '../locales/texts';

const FILTERS = ['open', 'done', 'all'] as const;

export function RevisitListPage() {
  const t = useTexts(revisitTexts);
  const words = useRoomWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const [state, setState] = useState<(typeof FILTERS)[number]>('open');
  const query = useTasks(state);
  const pick = (task: string): void => void navigate(`/revisit/${task}`);
  const tasks = query.data ?? [];
  const task = tasks.find((each) => each.id === id);
  const turn = (by: number) => (): void => {
    const next = tasks[tasks.findIndex((each) => each.id === id) + by];
    if (next) pick(next.id);
  };
  useHotkeys([
    { keys: 'alt+arrowdown', title: '↓', run: turn(1) },
    { keys: 'alt+arrowup', title: '↑', run: turn(-1) },
  ]);
  const columns: TableColumnsType<RevisitTaskView> = [
    { title: t('clock'), width: 170, render: (_, line) => <MatterClock subjectId={line.id} dueAt={line.dueAt} /> },
    {
      title: t('customer'),
      ellipsis: true,
      render: (_, line) => (
        <>
          {line.customerName} <span className="bh-muted">{line.site}</span>
        </>
      ),
    },
    { title: t('number'), width: 136, render: (_, { number }) => <span className="bh-number">{number}</span> },
    { title: t('state'), width: 80, render: (_, line) => words('revisit', 'states', line.state) },
    {
      title: t('attempts'),
      width: 64,
      render: (_, { attempts }) => (attempts.length > 0 ? t('times', { count: attempts.length }) : ''),
    },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <Segmented
          value={state}
          onChange={setState}
          options={FILTERS.map((value) => ({ value, label: t(`list.${value}`) }))}
        />
      }
    >
      <Loaded query={query}>
        {(rows) => (
          <div className="bh-revisit">
            <ListTable
              label={t('title')}
              rows={rows}
              rowKey={(line) => line.id}
              columns={columns}
              onOpen={(line) => pick(line.id)}
              rowClassName={(line) => (line.id === id ? 'bh-chosen-row' : '')}
              empty={<EmptyNote title={t('empty')}>{t('emptyHelp')}</EmptyNote>}
            />
            <div>
              {task ? (
                <CallPanel task={task} matters={rows.filter(({ callId }) => callId === task.callId)} onPick={pick} />
              ) : rows.length > 0 ? (
                <Section>
                  <EmptyNote title={t('pick')} />
                </Section>
              ) : null}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
