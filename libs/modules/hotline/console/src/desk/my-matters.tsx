/** The officer's open matters with their clocks, beside the call (HOT-2: who took it owns it). */
import {
  EmptyNote,
  isTask,
  Loaded,
  MatterClock,
  Section,
  useRoomWords,
  useSubjectPath,
  useTexts,
  useTitle,
  useWork,
} from '@bihuan/console-kit';
import { Link } from 'react-router';
import { hotlineTexts } from '../locales/texts';

export function MyMatters() {
  const t = useTexts(hotlineTexts);
  const title = useTitle();
  const words = useRoomWords();
  const path = useSubjectPath();
  const query = useWork();
  return (
    <Section title={t('myMatters')} extra={<span className="bh-muted">{query.data?.length}</span>}>
      <Loaded query={query} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNote title={t('myMattersEmpty')} />
          ) : (
            <ul className="bh-plain-list bh-matters">
              {items.slice(0, 30).map((item) => (
                <li key={`${item.kind}/${item.subject.id}/${item.id ?? ''}`}>
                  <div>
                    <Link to={isTask(item) ? '/work' : (path(item.subject) ?? '/work')} className="bh-number">
                      {item.number ?? words(item.subject.module, 'kinds', item.kind)}
                    </Link>
                    <span className="bh-muted">
                      {isTask(item) ? title(item.title) : words(item.subject.module, 'states', item.state)}
                    </span>
                  </div>
                  <MatterClock subject={item.subject} dueAt={item.dueAt} exact={isTask(item)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
