/** Figures of the engines, room by room; a colour only where something is wrong: red for time, plum for what failed. */
import {
  COLOURS,
  EmptyNote,
  Facts,
  formatInstant,
  ListTable,
  Section,
  useCan,
  useLanguage,
  useTexts,
  useWords,
} from '@bihuan/console-kit';
import type { ReactNode } from 'react';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import { Link } from 'react-router';
import { CAPPED_AT, type Engine, type EngineParts, type Sendings } from './engine-api';
import { engineTexts } from './engine-texts';
import { MANAGE_WEBHOOKS } from './webhook-api';

/** `12`, or `10000+` where the server stopped counting. */
export const shown = (count: number): string => (count > CAPPED_AT ? `${CAPPED_AT}+` : String(count));

export function Wrong({ late = false, children }: { readonly late?: boolean; readonly children: ReactNode }) {
  return late ? (
    <span className="bh-late">{children}</span>
  ) : (
    <span style={{ color: COLOURS.refused }}>{children}</span>
  );
}

/** @param wrong what it means that there are any: `late`, or that something failed */
function Figure(props: { readonly count: number; readonly wrong?: 'late' | 'failed'; readonly note?: ReactNode }) {
  const { count, wrong, note } = props;
  const number = <span className="bh-number">{shown(count)}</span>;
  return (
    <>
      {wrong && count > 0 ? <Wrong late={wrong === 'late'}>{number}</Wrong> : number}
      {note && count > 0 ? <span className="bh-muted"> {note}</span> : null}
    </>
  );
}

/** What leaves the house: all that waits, of it what is tried again, and what was given up. */
function OnTheWay({ waiting, retrying, failed, note }: Sendings & { readonly note?: ReactNode }) {
  const t = useTexts(engineTexts);
  return (
    <>
      <Figure count={waiting} note={note} />
      {retrying > 0 ? <span className="bh-muted"> {t('triedAgain', { count: shown(retrying) })}</span> : null}
      {failed > 0 ? (
        <>
          {' '}
          <Wrong>{t('givenUp', { count: shown(failed) })}</Wrong>
        </>
      ) : null}
    </>
  );
}

/** Channels that are shown also while nothing waits in them. */
const USUAL = ['e-mail', 'sms'];

/** A process that went without a word is news for so long, milliseconds; after that it is only listed. */
const NEWS = 600_000;

/** How many figures say that somebody has to look. */
export function wrongs({ at, parts, processes }: Engine): number {
  const justGone = (seenAt: string): boolean => Date.parse(at) - Date.parse(seenAt) < NEWS;
  const { alarms, outbox, webhooks, forms } = parts;
  const found = [
    (alarms?.dueSteps ?? 0) > 0,
    (alarms?.parkedSteps ?? 0) > 0,
    (outbox?.parked ?? 0) > 0,
    (webhooks?.parked ?? 0) > 0,
    (webhooks?.failing ?? 0) > 0,
    (forms?.failed ?? 0) > 0,
    (forms?.printers.failed ?? 0) > 0,
    ...(parts.notices?.channels ?? []).map(({ failed }) => failed > 0),
    ...Object.values(parts).map((part) => part === null),
    ...processes.map(({ state, seenAt }) => state === 'gone' && justGone(seenAt)),
    ...processes.map(({ state, parts: own }) => state === 'running' && own.forms?.state === 'unhealthy'),
    ...processes.map(
      ({ parts: own, state }) => state === 'running' && !!own.alarms?.workers && !own.alarms.queues.open,
    ),
  ];
  return found.filter(Boolean).length;
}

const STATES = ['armed', 'warned', 'breached', 'paused'] as const;

export function DeadlineFigures({ alarms }: { readonly alarms: EngineParts['alarms'] }) {
  const t = useTexts(engineTexts);
  const language = useLanguage();
  if (!alarms) return <Silent title={t('deadlines')} />;
  const oldest = alarms.oldestDueAt && t('dueStepsHelp', { at: formatInstant(alarms.oldestDueAt, language) });
  return (
    <Section title={t('deadlines')}>
      <Facts
        rows={[
          [t('overdue'), <Figure key="overdue" count={alarms.overdue} />],
          [t('dueSteps'), <Figure key="due" count={alarms.dueSteps} wrong="late" note={oldest} />],
          [t('stepsParked'), <Figure key="parked" count={alarms.parkedSteps} wrong="failed" />],
        ]}
      />
    </Section>
  );
}

/** Open clocks by module and state. */
export function ClocksByModule({ alarms }: { readonly alarms: EngineParts['alarms'] }) {
  const t = useTexts(engineTexts);
  const moduleWord = useWords(engineTexts, 'module');
  if (!alarms) return null;
  const modules = [...new Set(alarms.open.map(({ module }) => module))];
  const count = (module: string, state: string): number =>
    alarms.open.find((line) => line.module === module && line.state === state)?.count ?? 0;
  return (
    <Section title={t('byModule')} extra={alarms.estimated ? <span className="bh-muted">{t('estimated')}</span> : null}>
      <ListTable
        label={t('byModule')}
        rows={modules.map((module) => ({ module }))}
        rowKey={({ module }) => module}
        columns={[
          { title: t('module'), render: (_, { module }) => moduleWord(module) },
          ...STATES.map((state) => ({
            title: t(`clock.${state}`),
            width: 140,
            render: (_: unknown, { module }: { module: string }) => (
              <span className="bh-number">{count(module, state)}</span>
            ),
          })),
        ]}
        empty={<EmptyNote title={t('noClocks')} />}
      />
    </Section>
  );
}

export function EventFigures({ outbox }: { readonly outbox: EngineParts['outbox'] }) {
  const t = useTexts(engineTexts);
  const oldest = useOldest();
  if (!outbox) return <Silent title={t('events')} />;
  return (
    <Section title={t('events')}>
      <Facts
        rows={[
          [t('unrelayed'), <Figure key="u" count={outbox.unrelayed} note={oldest(outbox.oldestUnrelayedAt)} />],
          [t('pending'), <Figure key="p" count={outbox.pending} />],
          [t('retrying'), <Figure key="r" count={outbox.retrying} />],
          [t('parked'), <Figure key="k" count={outbox.parked} wrong="failed" />],
          [t('handOffs'), <Figure key="h" count={outbox.handOffs} />],
        ]}
      />
    </Section>
  );
}

export function MessageFigures({ notices, webhooks }: Pick<EngineParts, 'notices' | 'webhooks'>) {
  const t = useTexts(engineTexts);
  const channelWord = useWords(engineTexts, 'channel');
  const oldest = useOldest();
  const may = useCan();
  if (!notices || !webhooks) return <Silent title={t('messages')} />;
  const channels = [...new Set([...USUAL, ...notices.channels.map(({ channel }) => channel)])];
  const none = { waiting: 0, retrying: 0, failed: 0 };
  return (
    <Section
      title={t('messages')}
      extra={may(MANAGE_WEBHOOKS) ? <Link to="/house/webhooks">{t('toWebhooks')}</Link> : null}
    >
      <Facts
        rows={[
          ...channels.map(
            (channel) =>
              [
                channelWord(channel),
                <OnTheWay key={channel} {...(notices.channels.find((one) => one.channel === channel) ?? none)} />,
              ] as const,
          ),
          [t('webhooksWaiting'), <Figure key="w" count={webhooks.waiting} note={oldest(webhooks.oldest)} />],
          [t('webhooksParked'), <Figure key="p" count={webhooks.parked} wrong="failed" />],
          [t('failing'), <Figure key="f" count={webhooks.failing} wrong="failed" />],
        ]}
      />
    </Section>
  );
}

export function PaperFigures({ forms }: { readonly forms: EngineParts['forms'] }) {
  const t = useTexts(engineTexts);
  const oldest = useOldest();
  const may = useCan();
  if (!forms) return <Silent title={t('paper')} />;
  return (
    <Section
      title={t('paper')}
      extra={may(FORMS_PERMISSIONS.printers) ? <Link to="/house/printers">{t('toPrinters')}</Link> : null}
    >
      <Facts
        rows={[
          [t('jobsWaiting'), <Figure key="w" count={forms.waiting} note={oldest(forms.oldestAt)} />],
          [t('jobsRunning'), <Figure key="r" count={forms.running} />],
          [t('jobsFailed'), <Figure key="f" count={forms.failed} wrong="failed" />],
          [t('printers'), <OnTheWay key="p" {...forms.printers} note={oldest(forms.printers.oldestAt)} />],
        ]}
      />
    </Section>
  );
}

function useOldest(): (at: string | null) => string | null {
  const t = useTexts(engineTexts);
  const language = useLanguage();
  return (at) => at && t('oldest', { at: formatInstant(at, language) });
}

function Silent({ title }: { readonly title: string }) {
  const t = useTexts(engineTexts);
  return (
    <Section title={title}>
      <Wrong>{t('silent')}</Wrong>
    </Section>
  );
}
