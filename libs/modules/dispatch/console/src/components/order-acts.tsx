/** Every act of a work order, of which the server's stand on the page (api.md Dispatch). */
import {
  ChoiceField,
  CodeField,
  MatterActs,
  PersonField,
  TextField,
  UnitField,
  useChoices,
  useTexts,
  WhenField,
  type ActTable,
} from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { orders, useGrades, useSection } from '../api/orders';
import { dispatchTexts } from '../locales/texts';
import { CandidateField, SendFields } from './candidate-field';
import { sheetBody, SheetFields, sheetValues, SignFields } from './sheet-fields';

export function OrderActs(props: {
  readonly order: WorkOrderView;
  /** The candidates stand above with buttons of their own: while one of them is to be sent, that is the next act. */
  readonly withCandidates?: boolean;
}) {
  const { order, withCandidates = false } = props;
  const acts = { ...useWorkingActs(order), ...useDeskActs(order) };
  const choosing = withCandidates && order.allowedActions.includes('dispatch');
  return <MatterActs of={orders} matter={order} acts={choosing ? beside(acts) : acts} />;
}

/** None of them is the next act. */
const beside = (acts: ActTable): ActTable =>
  Object.fromEntries(Object.entries(acts).map(([action, form]) => [action, { ...form, quiet: true }]));

/** What the engineer does, from accepting to feeding back. */
function useWorkingActs(order: WorkOrderView): ActTable {
  const t = useTexts(dispatchTexts);
  const section = useSection();
  const choices = useChoices();
  const text = <TextField name="text" label={t('text')} rows={2} />;
  const reason = <TextField name="reason" label={t('reason')} rows={2} max={1000} required />;
  return {
    accept: { fields: text },
    contact: {
      fields: (
        <>
          <div className="bh-row">
            <WhenField name="appointmentAt" label={t('appointmentAt')} />
            <WhenField name="appointmentUntil" label={t('appointmentUntil')} />
          </div>
          {text}
        </>
      ),
    },
    'en-route': { fields: text },
    'approve-plan': {
      quiet: true,
      fields: (
        <>
          <TextField name="approvedBy" label={t('approvedBy')} rows={1} max={100} required />
          <TextField name="text" label={t('plan')} required />
          <div className="bh-row">
            <TextField name="risks" label={t('risks')} rows={2} max={2000} className="bh-grow" />
            <TextField name="rollback" label={t('rollback')} rows={2} max={2000} className="bh-grow" />
          </div>
        </>
      ),
    },
    arrive: { fields: text },
    restore: { fields: text },
    solve: {
      fields: (
        <>
          <CodeField name="cause" label={t('cause')} codes={section?.causes} max={500} required />
          <TextField name="text" label={t('result')} />
        </>
      ),
    },
    'fill-sheet': { fields: <SheetFields />, initial: sheetValues(order), toBody: sheetBody },
    'send-code': { note: t('sendCodeNote') },
    sign: { fields: <SignFields />, initial: { name: order.customerName } },
    'feed-back': { fields: text },
    'call-help': { quiet: true, fields: <TextField name="text" label={t('text')} max={2000} required /> },
    'request-replacement': { quiet: true, fields: reason },
    return: {
      quiet: true,
      fields: (
        <>
          <ChoiceField
            name="ground"
            label={t('ground')}
            help={t('groundHelp')}
            options={choices(section?.returnGrounds)}
          />
          {reason}
        </>
      ),
    },
    suspend: { quiet: true, fields: reason },
    resume: { fields: text },
  };
}

/** What dispatcher, technical manager and planning do. */
function useDeskActs(order: WorkOrderView): ActTable {
  const t = useTexts(dispatchTexts);
  const grades = useGrades();
  const text = <TextField name="text" label={t('text')} rows={2} />;
  const reason = <TextField name="reason" label={t('reason')} rows={2} max={1000} required />;
  return {
    dispatch: {
      fields: (
        <>
          <SendFields orderId={order.id} />
          {text}
        </>
      ),
    },
    redispatch: {
      quiet: true,
      fields: (
        <>
          {reason}
          <SendFields orderId={order.id} />
        </>
      ),
    },
    reassign: {
      quiet: true,
      fields: (
        <>
          <CandidateField orderId={order.id} required />
          <TextField name="text" label={t('handOverNote')} help={t('handOverHelp')} required />
        </>
      ),
    },
    'co-operate': {
      quiet: true,
      fields: (
        <>
          <div className="bh-row">
            <UnitField name="unitId" label={t('toUnit')} className="bh-grow" required />
            <PersonField name="assigneeId" label={t('candidate')} ofUnit="unitId" className="bh-grow" />
          </div>
          <TextField name="text" label={t('text')} required />
        </>
      ),
    },
    grade: {
      note: t('gradeNote'),
      fields: (
        <>
          <ChoiceField name="grade" label={t('grade')} options={grades.options} required />
          <ChoiceField name="gravity" label={t('gravity')} options={grades.options} />
          {text}
        </>
      ),
      initial: { gravity: order.gravity ?? undefined },
    },
    verify: { fields: <TextField name="text" label={t('text')} required /> },
    close: { fields: text },
    cancel: { quiet: true, fields: reason },
  };
}
