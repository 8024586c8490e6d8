/** A new complaint: who, what, how it is sorted, what was promised (CMP-1, CMP-2, CMP-4f). */
import {
  CallerField,
  ChoiceField,
  formatShort,
  NewMatterPage,
  ScriptStrip,
  TextField,
  typedValues,
  useChoices,
  useLanguage,
  useNow,
  useTexts,
  WhenField,
  type Values,
} from '@bihuan/console-kit';
import type { ComplaintLists } from '@bihuan/complaints-contract';
import { Form } from 'antd';
import { complaintPath, complaints, useLists } from '../api/complaints';
import { ClassFields, UrgencyFields } from '../components/class-fields';
import { complaintsTexts } from '../locales/texts';

export function NewComplaintPage() {
  const t = useTexts(complaintsTexts);
  const lists = useLists();
  if (!lists) return null;
  return (
    <NewMatterPage
      ofCustomer
      of={complaints}
      title={t('newComplaint')}
      submitLabel={t('register')}
      path={complaintPath}
      initial={{ channel: phoneChannel(lists), phone: '' }}
      fields={<Fields lists={lists} />}
      toBody={registerBody}
    />
  );
}

/** Most are heard on the phone; where the pack has no such channel the clerk says which it was. */
const phoneChannel = ({ channels }: ComplaintLists): string | undefined =>
  channels.find(({ code }) => code === 'phone')?.code;

/** The phone may be empty, and is then said to be so. */
export const registerBody = (values: Values): Values => ({ phone: '', ...typedValues(values) });

/** What the officer says, with the promised time in the sentence as soon as it is typed (CMP-4f). */
function Script() {
  const language = useLanguage();
  const now = useNow(60);
  const customer = Form.useWatch<string | undefined>('customerName');
  const promised = Form.useWatch<string | undefined>('promisedAt');
  return (
    <ScriptStrip
      desk="complaints"
      step={promised ? 'promise' : 'opening'}
      values={{ customer, promisedTime: promised ? formatShort(promised, now, language) : undefined }}
    />
  );
}

function Fields({ lists }: { readonly lists: ComplaintLists }) {
  const t = useTexts(complaintsTexts);
  const choices = useChoices();
  return (
    <>
      <Script />
      <div className="bh-row">
        <CallerField name="phone" label={t('phone')} className="bh-grow" />
        <TextField name="customerName" label={t('customerName')} rows={1} max={100} className="bh-grow" required />
        <TextField name="contact" label={t('contact')} rows={1} max={100} className="bh-w140" />
        <ChoiceField
          name="channel"
          label={t('channel')}
          options={choices(lists.channels)}
          as="list"
          className="bh-w140"
          required
        />
      </div>
      <TextField name="matter" label={t('matter')} placeholder={t('matterHint')} rows={4} required />
      <TextField name="demand" label={t('demand')} rows={2} max={2000} />
      <ClassFields required />
      <UrgencyFields />
      <div className="bh-row">
        <WhenField name="promisedAt" label={t('promisedAt')} help={t('promisedHelp')} />
        <WhenField name="heardAt" label={t('heardAt')} help={t('heardHelp')} />
        <ChoiceField
          name="wantedWay"
          label={t('wantedWay')}
          options={choices(lists.ways)}
          as="list"
          className="bh-grow"
        />
      </div>
      <div className="bh-row">
        <TextField name="address" label={t('address')} rows={1} max={300} className="bh-grow" />
        <TextField name="recording" label={t('recording')} rows={1} max={200} className="bh-w140" />
        {lists.marks.length > 0 ? (
          <ChoiceField
            name="marks"
            label={t('marks')}
            options={choices(lists.marks)}
            as="list"
            className="bh-grow"
            multiple
          />
        ) : null}
      </div>
    </>
  );
}
