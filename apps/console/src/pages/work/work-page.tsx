/** My work (HOT-1b: what is unanswered is on somebody's list): records I own and tasks, the most urgent first. */
import {
  EmptyNote,
  isTask,
  ListTable,
  Loaded,
  MatterClock,
  Page,
  useHotkeys,
  useRoomWords,
  useSubjectPath,
  useTexts,
  useTitle,
  useWork,
  type WorkItem,
} from '@bihuan/console-kit';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { shellTexts } from '../../shell/texts';
import { DoneDialog } from './done-dialog';

export function WorkPage() {
  const t = useTexts(shellTexts);
  const [doing, setDoing] = useState<WorkItem>();
  const query = useWork();
  return (
    <Page
      title={t('work')}
      beside={
        <span className="bh-counts bh-muted">{query.data ? t('running', { count: query.data.length }) : null}</span>
      }
    >
      <Loaded query={query}>{(items) => <Rows items={items} onDo={setDoing} />}</Loaded>
      {doing ? <DoneDialog item={doing} onClose={() => setDoing(undefined)} /> : null}
    </Page>
  );
}

function Rows({ items, onDo }: { readonly items: readonly WorkItem[]; readonly onDo: (item: WorkItem) => void }) {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const words = useRoomWords();
  const path = useSubjectPath();
  const navigate = useNavigate();
  const open = (item: WorkItem): void => {
    const to = path(item.subject);
    if (to) void navigate(to);
  };
  useHotkeys(
    items.slice(0, 9).map((item, index) => ({
      keys: `alt+${index + 1}`,
      title: `${t('open')} ${item.number ?? title(item.title)}`,
      run: () => open(item),
    })),
  );
  const columns: TableColumnsType<WorkItem> = [
    {
      title: t('clock'),
      width: 190,
      render: (_, item) => <MatterClock subject={item.subject} dueAt={item.dueAt} exact={isTask(item)} />,
    },
    { title: t('number'), width: 150, render: (_, { number }) => <span className="bh-number">{number ?? '—'}</span> },
    {
      title: t('matter'),
      render: (_, item) => (
        <>
          {title(item.title)}{' '}
          {isTask(item) ? <span className="bh-muted">{words(item.subject.module, 'kinds', item.kind)}</span> : null}
        </>
      ),
    },
    { title: t('state'), width: 110, render: (_, { subject, state }) => words(subject.module, 'states', state) },
    {
      title: t('nextAct'),
      width: 260,
      render: (_, item) =>
        isTask(item) ? (
          <Button
            size="small"
            type="primary"
            onClick={(event) => {
              event.stopPropagation();
              onDo(item);
            }}
          >
            {t('done')}
          </Button>
        ) : (
          <span className="bh-muted">
            {item.allowedActions
              .slice(0, 3)
              .map((action) => words(item.subject.module, 'actions', action))
              .join('、')}
          </span>
        ),
    },
  ];
  return (
    <ListTable
      label={t('work')}
      rows={items}
      rowKey={(item) => `${item.kind}/${item.subject.id}/${item.id ?? ''}`}
      columns={columns}
      onOpen={open}
      empty={<EmptyNote title={t('workEmpty')}>{t('workEmptyHelp')}</EmptyNote>}
    />
  );
}
