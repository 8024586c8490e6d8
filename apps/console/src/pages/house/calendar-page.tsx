/** 'What if' on a stored calendar: when will so much working time have passed (CAL-1…3)? */
import {
  api,
  ErrorNote,
  formatDay,
  formatInstant,
  Page,
  useLanguage,
  usePack,
  useSubmit,
  useTexts,
  useTitle,
  useWords,
  wallClock,
  wallToIso,
  suiteNow,
} from '@bihuan/console-kit';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { shellTexts } from '../../shell/texts';

interface Answer {
  readonly result: string | number | boolean;
  readonly provisional: boolean;
  /** The days walked over, each with the rule that decided it. */
  readonly explanation: readonly {
    readonly date: string;
    readonly rule: string;
    readonly open: readonly (readonly [from: string, to: string])[];
  }[];
}

interface Asked {
  readonly calendar: string;
  readonly operation: 'hours' | 'days' | 'open';
  readonly start: string;
  readonly amount?: number;
}

function question({ calendar, operation, start, amount = 0 }: Asked): Record<string, unknown> {
  const at = wallToIso(start);
  if (operation === 'open') return { calendar, operation: 'is-open', at };
  if (operation === 'days') return { calendar, operation: 'add-working-days', start: at, days: amount, atClose: true };
  return { calendar, operation: 'add', start: at, seconds: amount * 3_600 };
}

export function CalendarPage() {
  const t = useTexts(shellTexts);
  const title = useTitle();
  const language = useLanguage();
  const pack = usePack();
  const [answer, setAnswer] = useState<Answer>();
  const { send, busy, error } = useSubmit<Asked, Answer>((asked) =>
    api.post<Answer>('/api/calendars/preview', question(asked)),
  );
  const { date, time } = wallClock(new Date(suiteNow()));
  const ruleWord = useWords(shellTexts, 'rule');
  const shown = (result: Answer['result']): string => {
    if (typeof result === 'boolean') return result ? t('yes') : t('no');
    return typeof result === 'string' ? formatInstant(result, language) : String(result);
  };
  return (
    <Page title={t('calendarPreview')}>
      <p className="bh-muted">{t('calendarHelp')}</p>
      {pack ? (
        <Form<Asked>
          layout="inline"
          className="bh-inline-form"
          initialValues={{ calendar: pack.calendars[0]?.code, operation: 'hours', start: `${date} ${time}`, amount: 2 }}
          onFinish={(asked) => void send(asked).then((found) => found && setAnswer(found))}
        >
          <Form.Item name="calendar" label={t('calendar')}>
            <Select
              className="bh-filter"
              options={pack.calendars.map((calendar) => ({ value: calendar.code, label: title(calendar.title) }))}
            />
          </Form.Item>
          <Form.Item name="start" label={t('start')} rules={[{ pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/ }]}>
            <Input className="bh-number" />
          </Form.Item>
          <Form.Item name="amount" label={t('amount')}>
            <InputNumber min={0} max={2000} />
          </Form.Item>
          <Form.Item name="operation" label={t('operation')}>
            <Select
              className="bh-filter"
              options={(['hours', 'days', 'open'] as const).map((value) => ({ value, label: t(`op.${value}`) }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('compute')}
          </Button>
        </Form>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {answer ? (
        <section className="bh-answer">
          <div className="bh-answer-value">{shown(answer.result)}</div>
          <ul className="bh-plain-list bh-muted">
            {answer.explanation.map(({ date: day, rule, open }) => (
              <li key={day}>
                {formatDay(day, language)} {ruleWord(rule)}{' '}
                {open.length === 0
                  ? t('closed')
                  : open.map(([from, to]) => `${wallClock(from).time}–${wallClock(to).time}`).join('、')}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}
