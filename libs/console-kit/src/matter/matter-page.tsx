/**
 * The page of one matter: whose move, by when, what may be done now; on the left its story and paper, on the right its
 * facts (design/console.md). A module gives what is its own.
 */
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { usePack } from '../house/pack';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts, useTitle } from '../i18n/texts';
import { Page, Section } from '../page/page';
import { AttachmentList } from '../paper/attachments';
import { PrintPanel } from '../paper/print-panel';
import { useRoomWords } from '../registry/rooms';
import { Loaded } from '../states/states';
import { Timeline } from '../timeline/timeline';
import { useMatter, type MatterApi, type MatterView } from './matter-api';
import { OpenClocks, PastClocks, useMatterClocks } from './matter-clocks';
import { WhoseMove, type Mover } from './whose-move';

/** A printed form of the matter; title and holders of the copies are the pack's unless given. */
export interface Paper {
  readonly code: string;
  readonly title?: string;
  readonly holders?: readonly string[];
}

export interface MatterTab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

export interface MatterPageProps<View extends MatterView, Line> {
  readonly of: MatterApi<View, Line>;
  readonly acts: (matter: View) => ReactNode;
  /** What it is about and how it goes, under the acts. */
  readonly story: (matter: View) => ReactNode;
  /** Sections of the right column. */
  readonly facts: (matter: View) => ReactNode;
  readonly move?: (matter: View) => Mover | undefined;
  /** Beside the state: round, level, marks. */
  readonly beside?: (matter: View) => ReactNode;
  /** Codes of forms in the order of use; those the pack does not have are left out. */
  readonly papers?: (matter: View) => readonly (string | Paper)[];
  /** The facts show the clocks that are over in a table of their own. */
  readonly ownClocks?: boolean;
  /** Between timeline and paper. */
  readonly tabs?: (matter: View) => readonly MatterTab[];
}

export function MatterPage<View extends MatterView, Line>(props: MatterPageProps<View, Line>) {
  const { id = '' } = useParams();
  return <Loaded query={useMatter(props.of, id)}>{(matter) => <Shown key={id} {...props} matter={matter} />}</Loaded>;
}

function Shown<View extends MatterView, Line>(props: MatterPageProps<View, Line> & { readonly matter: View }) {
  const { of, matter, acts, story, facts, move, beside, tabs, ownClocks = false } = props;
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  const clocks = useMatterClocks(of, matter);
  const papers = usePapers(props.papers?.(matter) ?? []);
  const mover = move?.(matter);
  return (
    <Page
      tab={matter.number}
      title={<span className="bh-number">{matter.number}</span>}
      beside={
        <>
          <span className="bh-state">{words(of.module, 'states', matter.state)}</span>
          {beside?.(matter)}
          {mover ? <WhoseMove mover={mover} /> : null}
          <OpenClocks module={of.module} clocks={clocks} />
        </>
      }
    >
      <div className="bh-two">
        <div>
          <Section>
            {acts(matter)}
            {story(matter)}
          </Section>
          <Section>
            <Tabs
              size="small"
              items={[
                { key: 'timeline', label: t('timeline'), children: <Timeline subject={of.subject(matter.id)} /> },
                ...(tabs?.(matter) ?? []).map(({ key, label, content }) => ({ key, label, children: content })),
                { key: 'files', label: t('files'), children: <AttachmentList subject={of.subject(matter.id)} /> },
                ...papers.map(({ code, title, holders }) => ({
                  key: `paper-${code}`,
                  label: title,
                  children: (
                    <PrintPanel
                      address={`${of.route}/${matter.id}/forms/${code}`}
                      title={`${title} ${matter.number}`}
                      version={matter.version}
                      holders={holders}
                    />
                  ),
                })),
              ]}
            />
          </Section>
        </div>
        <div>
          {facts(matter)}
          {ownClocks ? null : <PastClocks module={of.module} clocks={clocks} />}
        </div>
      </div>
    </Page>
  );
}

/** Papers with title and holders; a form the pack does not use has no tab. */
function usePapers(papers: readonly (string | Paper)[]): readonly Required<Paper>[] {
  const forms = usePack()?.forms ?? [];
  const title = useTitle();
  return papers.flatMap((paper) => {
    const given: Paper = typeof paper === 'string' ? { code: paper } : paper;
    const form = forms.find(({ code }) => code === given.code);
    if (!form && given.title === undefined) return [];
    return [
      { code: given.code, title: given.title ?? title(form?.title), holders: given.holders ?? form?.copies ?? [] },
    ];
  });
}
