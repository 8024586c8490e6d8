/** The month's sheet: complaints drawn by lot, each judged right or wrong with the reason, by keyboard (RPT-1d, RPT-4). */
import {
  EmptyNote,
  ErrorNote,
  formatInstant,
  ListTable,
  Loaded,
  Page,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useSubmit,
  useTexts,
  useUnitName,
} from '@bihuan/console-kit';
import type { FlowCheckLine, FlowSheet, Verdict } from '@bihuan/reporting-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { checkFlowOf, drawFlowSample, reportingKeys, useFlowSheet, type FlowVerdict } from '../api/reporting';
import { PeriodPicker } from '../components/period-picker';
import { useAsked } from '../components/question';
import { flowTexts } from '../locales/flow-texts';

const VERDICTS = ['right', 'wrong'] as const satisfies readonly Verdict[];

export function FlowSheetPage() {
  const t = useTexts(flowTexts);
  const { period, set } = useAsked();
  const client = useQueryClient();
  const query = useFlowSheet(period);
  const drawing = useSubmit<string, FlowSheet>((month, options) => drawFlowSample(month, options));
  const draw = async (): Promise<void> => {
    await drawing.send(period);
    await client.invalidateQueries({ queryKey: reportingKeys });
  };
  const sheet = query.data;
  return (
    <Page
      title={t('title')}
      beside={sheet?.state === 'closed' ? <span className="bh-tag">{t('closed')}</span> : null}
      actions={
        <>
          {sheet?.allowedActions.includes('draw') ? (
            <Button disabled={drawing.busy} onClick={() => void draw()}>
              {t(sheet.state === 'not-drawn' ? 'draw' : 'drawMore')}
            </Button>
          ) : null}
          <PeriodPicker period={period} kinds={['month']} onChange={(value) => set({ period: value })} />
        </>
      }
    >
      <p className="bh-muted bh-intro">{t('intro')}</p>
      <ErrorNote error={drawing.error} />
      <Loaded query={query}>{(data) => <Rows sheet={data} />}</Loaded>
    </Page>
  );
}

function Rows({ sheet }: { readonly sheet: FlowSheet }) {
  const t = useTexts(flowTexts);
  const language = useLanguage();
  const unitName = useUnitName();
  const path = useSubjectPath();
  const client = useQueryClient();
  const checking = useSubmit<FlowVerdict, FlowSheet>((verdict, options) => checkFlowOf(verdict, options));
  const check = async (line: FlowCheckLine, verdict: Verdict, reason: string): Promise<void> => {
    await checking.send({ id: line.id, verdict, ...(reason ? { reason } : {}) }, line.version);
    await client.invalidateQueries({ queryKey: reportingKeys });
  };
  const columns: TableColumnsType<FlowCheckLine> = [
    {
      title: t('number'),
      width: 180,
      render: (_, line) => {
        const address = path({ module: line.module, kind: line.kind, id: line.caseId });
        const number = <span className="bh-number">{line.number}</span>;
        return address ? <Link to={address}>{number}</Link> : number;
      },
    },
    { title: t('openedAt'), width: 176, render: (_, { openedAt }) => formatInstant(openedAt, language) },
    { title: t('unit'), width: 130, render: (_, { unitId }) => (unitId ? unitName(unitId) : '') },
    { title: t('known'), width: 180, render: (_, line) => <Known line={line} /> },
    {
      title: `${t('verdict')} · ${t('reason')}`,
      render: (_, line) => (
        <Judgement
          key={line.version}
          line={line}
          busy={checking.busy}
          onSave={(...said) => void check(line, ...said)}
        />
      ),
    },
  ];
  const [title, help] = sheet.state === 'not-drawn' ? [t('none'), t('noneHelp')] : [t('empty'), t('emptyHelp')];
  return (
    <>
      <ErrorNote error={checking.error} />
      {sheet.rows.length > 0 ? (
        <p role="status">{t('progress', { checked: sheet.checked, all: sheet.rows.length, wrong: sheet.wrong })}</p>
      ) : null}
      <ListTable
        label={t('title')}
        rows={sheet.rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyNote title={title}>{help}</EmptyNote>}
      />
    </>
  );
}

function Known({ line: { module, returns, late } }: { readonly line: FlowCheckLine }) {
  const t = useTexts(flowTexts);
  const words = useRoomWords();
  const stages = late.map((stage) => words(module, 'stages', stage)).join('、');
  const parts = [returns > 0 ? t('returned', { count: returns }) : '', stages ? t('late', { stages }) : ''];
  return <span className="bh-muted">{parts.filter(Boolean).join('；') || t('nothing')}</span>;
}

/** Arrow keys choose, Tab leads to the reason, Enter there saves. */
function Judgement(props: {
  readonly line: FlowCheckLine;
  readonly busy: boolean;
  readonly onSave: (verdict: Verdict, reason: string) => void;
}) {
  const { line, busy, onSave } = props;
  const t = useTexts(flowTexts);
  const [verdict, setVerdict] = useState(line.verdict);
  const [reason, setReason] = useState(line.reason);
  const fixed = !line.allowedActions.includes('check');
  const changed = verdict !== line.verdict || reason.trim() !== line.reason;
  const ready = !fixed && !busy && changed && verdict !== null && (verdict === 'right' || reason.trim() !== '');
  const save = (): void => {
    if (ready) onSave(verdict, reason.trim());
  };
  return (
    <div className="bh-inline">
      <Radio.Group
        name={`verdict-${line.id}`}
        aria-label={t('verdictOf', { number: line.number })}
        value={verdict}
        disabled={fixed}
        options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        onChange={({ target }) => setVerdict(target.value as Verdict)}
      />
      <Input
        aria-label={t('reasonOf', { number: line.number })}
        placeholder={verdict === 'wrong' ? t('reasonHelp') : ''}
        value={reason}
        maxLength={1000}
        disabled={fixed}
        style={{ width: 280 }}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={save}
      />
      <Button size="small" disabled={!ready} aria-label={t('saveOf', { number: line.number })} onClick={save}>
        {t('save')}
      </Button>
    </div>
  );
}
