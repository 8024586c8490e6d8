/** The caller's day: one customer after another, prepare, call, script, result (RVT-1a, RVT-2, RVT-3). */
import {
  EmptyNote,
  ListTable,
  Loaded,
  MatterClock,
  Page,
  useHotkeys,
  useRoomWords,
  useSavedFilters,
  useTexts,
} from '@bihuan/console-kit';
import { REVISIT_EVENTS, type RevisitTaskView } from '@bihuan/revisit-contract';
import { Segmented, Select, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { revisits, taskPath, useTasks } from '../api/tasks';
import { CallPanel } from '../components/call-panel';
import { revisitTexts } from '../locales/texts';

const FILTERS = ['open', 'done', 'all'] as const;

export function RevisitListPage() {
  const t = useTexts(revisitTexts);
  const words = useRoomWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const [state, setState] = useState<(typeof FILTERS)[number]>('open');
  const { get, set } = useSavedFilters();
  const event = get('event');
  const query = useTasks(state, event);
  const pick = (task: string): void =>
    void navigate({ pathname: taskPath(task), search: event ? `?event=${event}` : '' });
  const tasks = query.data ?? [];
  const task = tasks.find((each) => each.id === id);
  // A call opened from elsewhere, long made or put off, stands in the whole list.
  const elsewhere = id !== undefined && query.isSuccess && !task && state !== 'all';
  useEffect(() => {
    if (elsewhere) setState('all');
  }, [elsewhere]);
  const turn = (by: number) => (): void => {
    const next = tasks[tasks.findIndex((each) => each.id === id) + by];
    if (next) pick(next.id);
  };
  useHotkeys([
    { keys: 'alt+arrowdown', title: t('nextOne'), run: turn(1) },
    { keys: 'alt+arrowup', title: t('oneBefore'), run: turn(-1) },
  ]);
  const columns: TableColumnsType<RevisitTaskView> = [
    {
      title: t('clock'),
      width: 168,
      render: (_, line) => <MatterClock subject={revisits.subject(line.id)} dueAt={line.dueAt} />,
    },
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
    // Beside a call the list is half as wide: what the call itself says is left out there.
    ...(task
      ? []
      : [{ title: t('kind'), width: 96, render: (_: unknown, line: RevisitTaskView) => t(`event.${line.event}`) }]),
    { title: t('state'), width: 96, render: (_, line) => words('revisit', 'states', line.state) },
    ...(task
      ? []
      : [
          {
            title: t('attempts'),
            width: 80,
            render: (_: unknown, { attempts }: RevisitTaskView) =>
              attempts.length > 0 ? t('times', { count: attempts.length }) : '',
          },
        ]),
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Select
            className="bh-filter"
            allowClear
            aria-label={t('kind')}
            placeholder={t('allKinds')}
            value={event || null}
            options={REVISIT_EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))}
            onChange={(value: string | null) => set('event', value ?? undefined)}
          />
          <Segmented
            value={state}
            onChange={setState}
            options={FILTERS.map((value) => ({ value, label: t(`list.${value}`) }))}
          />
        </>
      }
    >
      <Loaded query={query}>
        {(rows) => (
          <div className={task ? 'bh-revisit bh-revisit-called' : 'bh-revisit'}>
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
              ) : null}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
