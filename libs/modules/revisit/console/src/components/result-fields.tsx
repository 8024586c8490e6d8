/** The result of a call that reached the customer: machine, satisfaction, rating, his own words (RVT-3, RVT-4). */
import { useTexts } from '@bihuan/console-kit';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import { Form, Input, Radio } from 'antd';
import { revisitTexts } from '../locales/texts';
import { branchOf, Script } from './script';

export function ResultFields({ task }: { readonly task: RevisitTaskView }) {
  const t = useTexts(revisitTexts);
  const branch = branchOf(Form.useWatch<unknown>('satisfied'), Form.useWatch<unknown>('machineWorks'));
  return (
    <>
      <div className="bh-row">
        <Form.Item name="machineWorks" label={t('machineWorks')}>
          <Radio.Group
            optionType="button"
            size="small"
            options={[
              { value: true, label: t('yes') },
              { value: false, label: t('no') },
            ]}
          />
        </Form.Item>
        <Form.Item name="satisfied" label={t('satisfied')} rules={[{ required: true }]}>
          <Radio.Group
            optionType="button"
            size="small"
            options={[
              { value: true, label: t('satisfied.true') },
              { value: 'fair', label: t('satisfied.fair') },
              { value: false, label: t('satisfied.false') },
            ]}
          />
        </Form.Item>
        <Form.Item name="rating" label={`${t('rating')}（${t('ratingHelp')}）`}>
          <Radio.Group
            optionType="button"
            size="small"
            options={[5, 4, 3, 2, 1].map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </div>
      {branch ? <Script task={task} step="revisit" branch={branch} /> : null}
      {branch === 'not-satisfied' ? <p className="bh-act-note">{t('backNote')}</p> : null}
      <Form.Item name="words" label={t('words')} rules={[{ required: branch === 'not-satisfied', whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={4000} placeholder={t('wordsHint')} />
      </Form.Item>
    </>
  );
}
