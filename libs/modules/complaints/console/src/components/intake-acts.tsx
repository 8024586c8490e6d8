/** Acts before and around the handling: signature, completion, relay, check, judgement, dispatch (CMP-1 … CMP-7). */
import {
  ReasonedField,
  SignatureField,
  TextField,
  UnitField,
  usePunctuation,
  useTexts,
  WhenField,
  type ActTable,
} from '@bihuan/console-kit';
import type { ComplaintView } from '@bihuan/complaints-contract';
import { Form } from 'antd';
import { complaintsTexts } from '../locales/texts';
import { ClassFields, UrgencyFields } from './class-fields';

/** What of the complaint is known already. */
const known = (complaint: ComplaintView) => {
  const { business, kind, level, symptom, customerName, phone, matter, contact, address, demand } = complaint;
  const { gravity, serviceDown, crossProvince } = complaint;
  const fields = { customerName, phone, matter, contact, address, demand, gravity, serviceDown, crossProvince };
  return { business, kind, level, symptom, ...fields };
};

export function useIntakeActs(complaint: ComplaintView): ActTable {
  const t = useTexts(complaintsTexts);
  const marks = usePunctuation();
  const text = <TextField name="text" label={t('text')} />;
  const reason = <TextField name="reason" label={t('reason')} required />;
  const routed = complaint.route[0]?.id;
  const toUnit = (
    <UnitField
      name="unitId"
      label={t('toUnit')}
      required
      help={
        complaint.route.length > 0
          ? t('byRoute', { units: marks.list(complaint.route.map(({ name }) => name)) })
          : undefined
      }
    />
  );
  return {
    sign: { note: t('signNote'), fields: <SignatureField name="attachmentId" label={t('signature')} required /> },
    complete: { quiet: complaint.missing.length === 0, fields: <CompleteFields />, initial: known(complaint) },
    relay: {
      fields: (
        <>
          {toUnit}
          {text}
        </>
      ),
      initial: { unitId: routed },
    },
    acknowledge: { fields: text },
    check: {
      fields: (
        <>
          {complaint.missing.length > 0 ? <ClassFields /> : null}
          {text}
        </>
      ),
      initial: {
        business: complaint.business,
        kind: complaint.kind,
        level: complaint.level,
        symptom: complaint.symptom,
      },
    },
    'return-to-channel': { quiet: true, fields: reason },
    judge: { note: t('judgeNote'), fields: <JudgeFields /> },
    dispatch: {
      fields: (
        <>
          {toUnit}
          {text}
        </>
      ),
      initial: { unitId: routed },
    },
  };
}

function CompleteFields() {
  const t = useTexts(complaintsTexts);
  return (
    <>
      <div className="bh-row">
        <TextField name="customerName" label={t('customerName')} rows={1} max={100} className="bh-grow" />
        <TextField name="phone" label={t('phone')} rows={1} max={40} inputMode="tel" className="bh-grow" />
        <TextField name="contact" label={t('contact')} rows={1} max={100} className="bh-grow" />
      </div>
      <TextField name="matter" label={t('matter')} />
      <ClassFields />
      <UrgencyFields />
      <div className="bh-row">
        <TextField name="address" label={t('address')} rows={1} max={300} className="bh-grow" />
        <TextField name="demand" label={t('demand')} rows={1} max={2000} className="bh-grow" />
      </div>
    </>
  );
}

/** CMP-5: the consent is asked for as soon as one of the two answers is no. */
function JudgeFields() {
  const t = useTexts(complaintsTexts);
  const sufficient = Form.useWatch<boolean | undefined>(['grounds', 'sufficient']);
  const reasonable = Form.useWatch<boolean | undefined>(['demand', 'reasonable']);
  const notValid = sufficient === false || reasonable === false;
  return (
    <>
      <ReasonedField group="grounds" answer="sufficient" label={t('grounds')} reasonLabel={t('reason')} />
      <ReasonedField group="demand" answer="reasonable" label={t('reasonable')} reasonLabel={t('reason')} />
      {notValid ? (
        <>
          <p className="bh-act-note">{t('validityNote')}</p>
          <ReasonedField
            group="consent"
            answer="given"
            words="words"
            label={t('consent')}
            reasonLabel={t('consentWords')}
          />
        </>
      ) : (
        <WhenField name="promisedAt" label={t('promisedAt')} help={t('promisedHelp')} />
      )}
    </>
  );
}
