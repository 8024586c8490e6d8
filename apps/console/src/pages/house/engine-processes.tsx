/** The processes of this database, each with what only it knows: queues, sweeps, browser, event loop (PLG-4). */
import { EmptyNote, ListTable, Section, useTexts, useWords, wallClock } from '@bihuan/console-kit';
import type { EngineProcess, ProcessParts } from './engine-api';
import { Wrong } from './engine-figures';
import { engineTexts } from './engine-texts';

const MEGABYTE = 1_048_576;

const time = (at: string): string => wallClock(at).seconds;

export function Processes({ processes }: { readonly processes: readonly EngineProcess[] }) {
  const t = useTexts(engineTexts);
  const stateWord = useWords(engineTexts, 'state');
  const roleWord = useWords(engineTexts, 'role');
  return (
    <Section title={t('processes')}>
      <ListTable
        label={t('processes')}
        rows={processes}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t('process'),
            width: 150,
            render: (_, { host, pid, here }) => (
              <>
                <span className="bh-number">
                  {host}/{pid}
                </span>
                {here ? <div className="bh-muted bh-small">{t('here')}</div> : null}
              </>
            ),
          },
          { title: t('role'), width: 72, render: (_, { role }) => roleWord(role) },
          {
            title: t('seen'),
            width: 120,
            render: (_, { state, seenAt }) => (
              <>
                {state === 'gone' ? <Wrong>{stateWord(state)}</Wrong> : stateWord(state)}
                <div className="bh-muted bh-small bh-number">{time(seenAt)}</div>
              </>
            ),
          },
          { title: t('queues'), render: (_, { parts, state }) => <Queues parts={parts} state={state} /> },
          { title: t('sweep'), width: 230, render: (_, { parts }) => <LastSweep parts={parts} /> },
          { title: t('browser'), width: 200, render: (_, { parts }) => <Browser parts={parts} /> },
          { title: t('loop'), width: 190, render: (_, { parts }) => <Loop parts={parts} /> },
        ]}
        empty={<EmptyNote title={t('noProcess')}>{t('noProcessHelp')}</EmptyNote>}
      />
    </Section>
  );
}

function Queues({ parts, state }: Pick<EngineProcess, 'parts' | 'state'>) {
  const t = useTexts(engineTexts);
  const nameWord = useWords(engineTexts, 'name');
  const { alarms } = parts;
  if (!alarms) return null;
  if (!alarms.workers) return <span className="bh-muted">{t('noWorkers')}</span>;
  const { open, error, queues, backend } = alarms.queues;
  return (
    <div className="bh-small">
      <div className="bh-muted">{backend === 'redis' ? 'Redis' : 'PostgreSQL'}</div>
      {open || state !== 'running' ? null : <Wrong>{t('queueShut')}</Wrong>}
      {queues.map(({ name, counts }) => (
        <div key={name}>
          {counts ? (
            t('queueLine', { name: nameWord(name), ...counts })
          ) : (
            <Wrong>{t('queueSilent', { name: nameWord(name) })}</Wrong>
          )}
        </div>
      ))}
      {error ? <Wrong>{error}</Wrong> : null}
    </div>
  );
}

function LastSweep({ parts: { alarms } }: { readonly parts: ProcessParts }) {
  const t = useTexts(engineTexts);
  if (!alarms?.workers) return null;
  const [last] = alarms.sweeps;
  if (!last) return <span className="bh-muted bh-small">{t('noSweep')}</span>;
  return (
    <div className="bh-small">
      {t('sweepLine', { time: time(last.at), found: last.found, milliseconds: last.milliseconds })}
      {last.unwoken ? (
        <div>
          <Wrong late>{t('sweepUnwoken')}</Wrong>
        </div>
      ) : null}
    </div>
  );
}

function Browser({ parts: { forms } }: { readonly parts: ProcessParts }) {
  const t = useTexts(engineTexts);
  const browserWord = useWords(engineTexts, 'browser');
  if (!forms) return null;
  const { state, waiting, printed, starts, lastFailure } = forms;
  return (
    <div className="bh-small">
      {state === 'unhealthy' ? <Wrong>{browserWord(state)}</Wrong> : browserWord(state)}
      {starts > 0 ? <div className="bh-muted">{t('browserLine', { waiting, printed, starts })}</div> : null}
      {lastFailure ? (
        <div className="bh-muted">{t('lastFailure', { time: time(lastFailure.at), reason: lastFailure.reason })}</div>
      ) : null}
    </div>
  );
}

function Loop({ parts: { process } }: { readonly parts: ProcessParts }) {
  const t = useTexts(engineTexts);
  if (!process) return null;
  const { memory, loop } = process;
  return (
    <div className="bh-small">
      {t('loopLine', { max: loop.max, memory: Math.round(memory / MEGABYTE) })}
      {loop.alarm ? (
        <div>
          <Wrong late>{t('loopAlarm', { time: time(loop.alarm.at), milliseconds: loop.alarm.milliseconds })}</Wrong>
        </div>
      ) : null}
    </div>
  );
}
