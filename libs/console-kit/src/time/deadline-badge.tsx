/** The badge of a clock: a thin ring of the share used, the working time left in words, on hover the due instant and why. */
import { Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { usePackWords } from '../house/pack';
import { kitTexts } from '../i18n/kit-texts';
import { useLanguage, useTexts } from '../i18n/texts';
import { readClock, type Clock, type Mood } from './clock';
import { formatDuration, formatInstant } from './format';
import { useNow } from './use-now';
import { useMeasure } from './working-time';

/** The share used as a ring that closes clockwise. */
export function Ring({
  share,
  mood,
  size = 14,
}: {
  readonly share: number;
  readonly mood: Mood;
  readonly size?: number;
}) {
  const radius = size / 2 - 1.5;
  const round = 2 * Math.PI * radius;
  return (
    <svg className={`bh-ring bh-${mood}`} width={size} height={size} aria-hidden="true">
      <circle cx={size / 2} cy={size / 2} r={radius} className="bh-ring-track" />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        className="bh-ring-used"
        strokeDasharray={`${round * share} ${round}`}
        transform={`rotate(-90 ${size / 2} ${size / 2})`}
      />
    </svg>
  );
}

export interface DeadlineBadgeProps {
  readonly clock: Clock;
  /** Name of the stage in front of the words. */
  readonly label?: string;
}

/** Milliseconds that the pointer rests on a badge before it says more: who only passes sees nothing flicker. */
const POINTED = 200;

/** Ticks by itself and never jumps on refresh. */
export function DeadlineBadge({ clock, label }: DeadlineBadgeProps) {
  const t = useTexts(kitTexts);
  const language = useLanguage();
  const now = useNow();
  const measure = useMeasure(clock);
  const face = readClock(clock, now, measure);
  const words = t(face.word, { time: formatDuration(face.seconds, language) });
  // The popover is made when somebody first points at the badge: a list is drawn without its hundreds.
  const [why, setWhy] = useState<boolean>();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <span
      className={`bh-badge bh-${face.mood}`}
      tabIndex={-1}
      data-stage={clock.stage}
      data-mood={face.mood}
      onMouseEnter={() => {
        resting.current = setTimeout(() => setWhy(true), POINTED);
      }}
      onMouseLeave={() => {
        clearTimeout(resting.current);
        if (why) setWhy(false);
      }}
    >
      <Ring share={face.share} mood={face.mood} />
      {label ? <span className="bh-badge-label">{label}</span> : null}
      {why === undefined ? (
        <span className="bh-badge-words">{words}</span>
      ) : (
        <Popover content={<Why clock={clock} />} open={why} placement="bottomLeft">
          <span className="bh-badge-words">{words}</span>
        </Popover>
      )}
    </span>
  );
}

function Why({ clock }: { readonly clock: Clock }) {
  const t = useTexts(kitTexts);
  const language = useLanguage();
  const pack = usePackWords();
  const byCalendar = clock.calendar && !clock.elapsed && !pack.isElapsed(clock.policy) ? clock.calendar : undefined;
  const moved = clock.firstDueAt && clock.firstDueAt !== clock.dueAt ? clock.firstDueAt : undefined;
  const lines: (readonly [string, string])[] = [[t('due'), formatInstant(clock.dueAt, language)]];
  if (moved) lines.push([t('firstDue'), formatInstant(moved, language)]);
  if (clock.warnAt) lines.push([t('warns'), formatInstant(clock.warnAt, language)]);
  lines.push([t('began'), formatInstant(clock.startedAt, language)]);
  return (
    <div className="bh-why">
      {lines.map(([label, value]) => (
        <div key={label}>
          <span className="bh-muted">{label}</span> {value}
        </div>
      ))}
      <div className="bh-muted">
        {byCalendar ? t('byCalendar', { calendar: pack.calendar(byCalendar) }) : t('byElapsed')}
      </div>
      {clock.policy ? (
        <div className="bh-muted">
          {t('policy', { policy: pack.policy(clock.policy), version: clock.policyVersion ?? 1 })}
        </div>
      ) : null}
      {(clock.generation ?? 1) > 1 ? (
        <div className="bh-muted">{t('round', { generation: clock.generation ?? 1 })}</div>
      ) : null}
      {clock.provisional ? <div className="bh-muted">{t('provisional')}</div> : null}
    </div>
  );
}
