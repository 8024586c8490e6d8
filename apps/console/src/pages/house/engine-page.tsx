/** The state of the engines for administrators: what waits, what is due, what was given up, and who works (DLN-2, EVT-1, FRM-5). */
import { Loaded, Page, useTexts, wallClock } from '@bihuan/console-kit';
import {
  ClocksByModule,
  DeadlineFigures,
  EventFigures,
  MessageFigures,
  PaperFigures,
  Wrong,
  wrongs,
} from './engine-figures';
import { useEngine } from './engine-api';
import { FailedMessages, ParkedEvents, ParkedSteps } from './engine-parked';
import { Processes } from './engine-processes';
import { engineTexts } from './engine-texts';

/** Four short lists side by side, as many as fit. */
const BESIDE = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(250px, 1fr))', columnGap: 12 } as const;

export function EnginePage() {
  const t = useTexts(engineTexts);
  const query = useEngine();
  const { data } = query;
  const count = data ? wrongs(data) : 0;
  return (
    <Page
      title={t('title')}
      beside={
        data ? (
          <>
            {count > 0 ? <Wrong>{t('look', { count })}</Wrong> : <span>{t('well')}</span>}
            <span className="bh-muted bh-small">{t('refreshed', { time: wallClock(data.at).seconds })}</span>
          </>
        ) : null
      }
    >
      <Loaded query={query}>
        {({ parts, processes }) => (
          <>
            <div style={BESIDE}>
              <DeadlineFigures alarms={parts.alarms} />
              <EventFigures outbox={parts.outbox} />
              <MessageFigures notices={parts.notices} webhooks={parts.webhooks} />
              <PaperFigures forms={parts.forms} />
            </div>
            <ClocksByModule alarms={parts.alarms} />
            <Processes processes={processes} />
          </>
        )}
      </Loaded>
      <ParkedEvents />
      <ParkedSteps />
      <FailedMessages />
    </Page>
  );
}
