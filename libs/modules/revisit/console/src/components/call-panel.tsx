/** One call: every matter of the customer to be read first, then what to say and what came of it (RVT-2, RVT-3). */
import {
  Facts,
  formatInstant,
  formatPhone,
  Section,
  useLanguage,
  usePunctuation,
  useRoomWords,
  useSubjectPath,
  useTexts,
} from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { Link } from 'react-router';
import { stepsOf, useRevisitSection } from '../api/pack';
import { revisitTexts } from '../locales/texts';
import { Script } from './script';
import { TaskActs } from './task-acts';

/** What is said in which state; the opening is that of the task's purpose (RVT-3c). */
const STEPS: Readonly<Record<string, 'opening' | 'no-answer'>> = {
  prepared: 'opening',
  calling: 'opening',
  'not-reached': 'no-answer',
  moved: 'opening',
};

export function CallPanel(props: {
  readonly task: RevisitTaskView;
  /** All tasks of the same call, this one among them. */
  readonly matters: readonly RevisitTaskView[];
  readonly onPick: (id: string) => void;
}) {
  const { task, matters, onPick } = props;
  const t = useTexts(revisitTexts);
  const words = useRoomWords();
  const state = STEPS[task.state];
  const steps = stepsOf(useRevisitSection(), task.purpose);
  const step = state === 'opening' ? steps.opening : state;
  return (
    <>
      <Section
        title={
          <>
            {task.customerName} <span className="bh-number bh-big-number">{formatPhone(task.phone)}</span>{' '}
            <span className="bh-state">{words('revisit', 'states', task.state)}</span>
          </>
        }
        extra={matters.length > 1 ? <span className="bh-muted">{t('oneCall', { count: matters.length })}</span> : null}
      >
        <WaysAndWaits task={task} />
        {step && task.sentAt === null ? <Script task={task} step={step} /> : null}
        <TaskActs task={task} />
      </Section>
      {matters.map((matter) => (
        <Matter
          key={matter.id}
          task={matter}
          chosen={matter.id === task.id && matters.length > 1}
          onPick={() => onPick(matter.id)}
        />
      ))}
    </>
  );
}

/** How it is made, and what it waits for (RVT-1e, RVT-2, RVT-4). */
function WaysAndWaits({ task }: { readonly task: RevisitTaskView }) {
  const t = useTexts(revisitTexts);
  const marks = usePunctuation();
  const language = useLanguage();
  const ways = task.ways.map((way) => `${task.waysDone.includes(way) ? '✓ ' : ''}${t(`way.${way}`)}`);
  const waits = task.waitsFor.map((what) => t(`waits.${what}` as 'waits.matter'));
  return (
    <>
      {ways.length > 1 ? <p className="bh-act-note">{t('bothWays', { ways: ways.join(' + ') })}</p> : null}
      {waits.length > 0 ? <p className="bh-act-note">{t('waitsFor', { what: marks.list(waits) })}</p> : null}
      {task.sentAt && task.way ? (
        <p className="bh-act-note">
          {t('sentBy', { way: t(`way.${task.way}`), at: formatInstant(task.sentAt, language) })}
        </p>
      ) : null}
    </>
  );
}

function Matter({
  task,
  chosen,
  onPick,
}: {
  readonly task: RevisitTaskView;
  readonly chosen: boolean;
  readonly onPick: () => void;
}) {
  const t = useTexts(revisitTexts);
  const language = useLanguage();
  const path = useSubjectPath()(task.subject);
  const satisfied = task.satisfied === null ? undefined : t(`satisfied.${task.satisfied}` as 'satisfied.true');
  const works = task.machineWorks === null ? undefined : task.machineWorks ? t('yes') : t('no');
  return (
    <Section
      title={
        <button type="button" className="bh-plain-button" onClick={onPick}>
          <span className="bh-number">{task.number}</span>{' '}
          {chosen ? <span className="bh-tag">{t('thisMatter')}</span> : null}
        </button>
      }
      extra={path ? <Link to={path}>{t('openMatter')}</Link> : null}
    >
      <Facts
        rows={[
          [t('site'), task.site],
          [t('problem'), task.description],
          [t('handling'), task.handling],
          [t('handler'), task.handler?.name],
          [t('kind'), t(`event.${task.event}`)],
          [t('faultGrade'), task.faultGrade],
          [t('plannedFor'), formatInstant(task.plannedFor, language)],
          task.moves.length === 0
            ? undefined
            : [
                t('moves'),
                task.moves.map((move) => (
                  <div key={move.at}>
                    {formatInstant(move.to, language)}{' '}
                    <span className="bh-muted">
                      {move.by.name} {move.reason}
                    </span>
                  </div>
                )),
              ],
          task.attempts.length === 0
            ? undefined
            : [
                t('attempts'),
                task.attempts.map((attempt) => (
                  <div key={attempt.at}>
                    {formatInstant(attempt.at, language)} {attempt.reached ? t('reachedShort') : t('notReachedShort')}{' '}
                    <span className="bh-muted">
                      {attempt.by.name} {attempt.text}
                    </span>
                  </div>
                )),
              ],
          [t('result'), [satisfied, works].filter(Boolean).join(' · ')],
          [t('rating'), task.rating],
          [t('words'), task.words],
          [t('about'), task.about],
          [t('improve'), task.improve],
          [t('promised'), task.promised],
          [t('suggestion'), task.suggestion],
          [t('leftScript'), task.leftScript],
          [t('recording'), task.recording],
          [t('over'), task.script.over.map((what) => t(`over.${what}`)).join(' · ')],
          [t('complaint'), task.complaint?.number],
          [t('cancelReason'), task.cancelReason === 'matter-closed' ? t('matterClosed') : task.cancelReason],
        ]}
      />
    </Section>
  );
}
