/** The acts of a problem form, as the server allows them now, each with its small form (HOT-6 … HOT-9). */
import {
  ActBar,
  useMe,
  useRoomWords,
  useTexts,
  useUnits,
  wallToIso,
  WhenInput,
  typedValues,
  type Act,
  type ConflictField,
  type Values,
} from '@bihuan/console-kit';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { actOnForm, formKey, readForm } from '../api/problem-forms';
import { hotlineTexts } from '../locales/texts';
import { TextField, YesNo } from './contact-acts';
import { ReferFields, referBody } from './refer-fields';

/** `accept` with its appointment as an instant. */
export const acceptBody = (values: Values): Values => {
  const { appointmentAt, ...rest } = typedValues(values);
  const at = typeof appointmentAt === 'string' ? wallToIso(appointmentAt) : undefined;
  return at ? { ...rest, appointmentAt: at } : rest;
};

export function FormActs(props: {
  readonly form: ProblemFormView;
  readonly onChanged?: (form: ProblemFormView) => void;
}) {
  const { form, onChanged } = props;
  const t = useTexts(hotlineTexts);
  const me = useMe();
  const words = useRoomWords();
  const client = useQueryClient();
  const known = useActs(form);
  const acts = form.allowedActions.flatMap((action): Act[] => (known[action] ? [{ action, ...known[action] }] : []));
  return (
    <ActBar<ProblemFormView>
      acts={acts}
      draft={`${me.id}:form:${form.id}`}
      version={form.version}
      run={(action, body, options) => actOnForm(form.id, action, body, options)}
      onDone={(changed) => {
        client.setQueryData(formKey(changed.id), changed);
        void client.invalidateQueries({ queryKey: ['work'] });
        void client.invalidateQueries({
          queryKey: formKey(changed.id),
          predicate: ({ queryKey }) => queryKey.length > 4,
        });
        onChanged?.(changed);
      }}
      reread={async (action) => {
        const now = await readForm(form.id);
        client.setQueryData(formKey(now.id), now);
        return { version: now.version, fields: savedNow(now, action, t, (state) => words('hotline', 'states', state)) };
      }}
    />
  );
}

type Translate = ReturnType<typeof useTexts<(typeof hotlineTexts)['keys'][number]>>;

/** What stands in the form now, against what this action writes (412). */
export function savedNow(
  form: ProblemFormView,
  action: string,
  t: Translate,
  stateWord: (state: string) => string,
): readonly ConflictField[] {
  const round = form.rounds.at(-1);
  const written: Readonly<Record<string, readonly [label: string, value: string | undefined]>> = {
    accept: [t('remark'), form.acceptance?.text],
    plan: [t('plan'), round?.plan?.text],
    handle: [t('result'), round?.result?.text],
    audit: [t('audit'), round?.audit?.text],
    answer: [t('answer'), round?.answer?.text],
    dissatisfied: [t('notSatisfied'), round?.dissatisfaction ?? undefined],
  };
  const [label, value] = written[action] ?? [t('reason'), form.waitingFor ?? undefined];
  return [
    { field: 'text', label, value: value ?? '—' },
    { label: t('state'), value: stateWord(form.state) },
    { label: t('handler'), value: form.handler?.name ?? '—' },
  ];
}

function useActs(form: ProblemFormView): Readonly<Record<string, Omit<Act, 'action'>>> {
  const t = useTexts(hotlineTexts);
  return {
    refer: {
      label: t('act.refer'),
      fields: <ReferFields routing={form.routing} />,
      initial: { unitId: form.routing.unit?.id },
      toBody: (values) => referBody(form.routing, values),
    },
    accept: {
      label: t('act.accept'),
      fields: (
        <>
          <div className="bh-row">
            <Form.Item name="appointmentAt" label={t('appointmentAt')}>
              <WhenInput />
            </Form.Item>
            <Form.Item name="place" label={t('place')} className="bh-grow">
              <Input maxLength={300} />
            </Form.Item>
          </div>
          <div className="bh-row">
            <Form.Item name="judgement" label={t('judgement')} className="bh-grow">
              <Input maxLength={1000} />
            </Form.Item>
            <Form.Item name="parts" label={t('parts')} className="bh-grow">
              <Input maxLength={1000} />
            </Form.Item>
          </div>
          <TextField name="text" label={t('remark')} rows={2} />
        </>
      ),
      initial: { place: form.address || form.site },
      toBody: acceptBody,
    },
    plan: { label: t('act.plan'), fields: <TextField name="text" label={t('planText')} required rows={4} /> },
    handle: { label: t('act.handle'), fields: <TextField name="text" label={t('handleText')} required rows={4} /> },
    audit: { label: t('act.audit'), fields: <TextField name="text" label={t('auditText')} /> },
    answer: {
      label: t('act.form-answer'),
      fields: (
        <>
          <TextField name="text" label={t('answerText')} />
          <YesNo name="satisfied" label={t('satisfied')} unknown />
        </>
      ),
    },
    conclude: { label: t('act.form-conclude'), fields: <TextField name="text" label={t('note')} /> },
    dissatisfied: {
      quiet: true,
      label: t('act.dissatisfied'),
      fields: <TextField name="text" label={t('dissatisfiedText')} required />,
    },
    return: {
      quiet: true,
      label: t('act.return'),
      fields: (
        <>
          <TextField name="reason" label={t('reason')} required />
          <OtherUnit label={t('returnUnit')} />
        </>
      ),
    },
    'await-customer': {
      quiet: true,
      label: t('act.form-await'),
      note: t('awaitFormNote'),
      fields: <TextField name="reason" label={t('awaitReason')} required />,
    },
    resume: { label: t('act.resume'), fields: <TextField name="text" label={t('note')} /> },
    withdraw: {
      quiet: true,
      label: t('act.withdraw'),
      fields: <TextField name="reason" label={t('reason')} required />,
    },
  };
}

function OtherUnit({ label }: { readonly label: string }) {
  const units = useUnits();
  return (
    <Form.Item name="unitId" label={label}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
