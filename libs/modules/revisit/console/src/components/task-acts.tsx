/** What may be done with a revisit now, each with its small form (RVT-2, RVT-3). */
import {
  ActBar,
  typedValues,
  useMe,
  usePackSection,
  useTexts,
  wallToIso,
  WhenInput,
  type Act,
  type Values,
} from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { actOnTask, tasksKey } from '../api/tasks';
import { revisitTexts } from '../locales/texts';
import { ResultFields } from './result-fields';

/** `result` of a call that reached the customer. */
export const resultBody = (values: Values): Values => ({ outcome: 'reached', ...typedValues(values) });

/** `move` with its time as an instant. */
export const moveBody = ({ at, ...rest }: Values): Values => ({
  ...typedValues(rest),
  at: typeof at === 'string' ? wallToIso(at) : undefined,
});

export function TaskActs({ task }: { readonly task: RevisitTaskView }) {
  const t = useTexts(revisitTexts);
  const me = useMe();
  const client = useQueryClient();
  const ways = (usePackSection<{ readonly ways: readonly string[] }>('revisit')?.ways ?? []).filter(
    (way) => way !== 'phone',
  );
  const text = (name: string, label: string, required = false) => (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, whitespace: true }] : []}>
      <Input maxLength={1000} autoFocus />
    </Form.Item>
  );
  const known: Readonly<Record<string, Omit<Act, 'action' | 'label'>>> = {
    prepare: { note: t('prepareNote') },
    start: {},
    resume: {},
    result: { fields: <ResultFields task={task} />, toBody: resultBody },
    'not-reached': { fields: text('text', t('note')) },
    move: {
      fields: (
        <div className="bh-row">
          <Form.Item name="at" label={t('at')} rules={[{ required: true }]}>
            <WhenInput />
          </Form.Item>
          <div className="bh-grow">{text('reason', t('reason'))}</div>
        </div>
      ),
      toBody: moveBody,
    },
    cancel: { fields: text('reason', t('reason'), true) },
    send: {
      fields: (
        <Form.Item name="way" label={t('way')} rules={[{ required: true }]}>
          <Radio.Group options={ways.map((value) => ({ value, label: t(`way.${value}` as 'way.sms') }))} />
        </Form.Item>
      ),
    },
  };
  const acts = task.allowedActions.flatMap((action): Act[] => {
    const act = action === 'send' && ways.length === 0 ? undefined : known[action];
    return act ? [{ action, label: t(`act.${action}` as 'act.start'), ...act }] : [];
  });
  return (
    <ActBar<RevisitTaskView>
      key={task.id}
      acts={acts}
      draft={`${me.id}:revisit:${task.id}`}
      version={task.version}
      run={(action, body, options) => actOnTask(task.id, action, body, options)}
      onDone={() => {
        void client.invalidateQueries({ queryKey: tasksKey });
        void client.invalidateQueries({ queryKey: ['work'] });
      }}
    />
  );
}
