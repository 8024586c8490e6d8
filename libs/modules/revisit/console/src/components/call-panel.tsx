/** One call: every matter of the customer to be read first, then what to say and what came of it (RVT-2, RVT-3). */
import {
  Facts,
  formatInstant,
  formatPhone,
  Section,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useTexts,
} from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { Link } from 'react-router';
import { revisitTexts } from '../locales/texts';
import { Script } from './script';
import { TaskActs } from './task-acts';

const STEPS: Readonly<Record<string, string>> = {
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
  const step = STEPS[task.state];
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
        {step ? <Script task={task} step={step} /> : null}
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
          [t('plannedFor'), formatInstant(task.plannedFor, language)],
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
        ]}
      />
    </Section>
  );
}
