/** What is broken, what was handed over, what was done, and the sheet with its signature (DSP-6, DSP-8). */
import { Facts, formatInstant, SignedRow, useLanguage, useTexts } from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { useCodeWords } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export function OrderStory({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const words = useCodeWords();
  return (
    <>
      <p className="bh-description">{order.description}</p>
      <dl className="bh-facts">
        <SignedRow label={t('handOver')} signed={order.handOver} />
        <SignedRow
          label={t('replacement')}
          signed={order.replacement ? { ...order.replacement, text: order.replacement.reason } : null}
        />
        {order.waitingFor ? (
          <div>
            <dt>{t('waitingFor')}</dt>
            <dd>{order.waitingFor}</dd>
          </div>
        ) : null}
        <SignedRow
          label={t('plan')}
          signed={order.plan ? { text: order.plan.text, by: { name: order.plan.approvedBy }, at: order.plan.at } : null}
        />
        {order.cause ? (
          <div>
            <dt>{t('cause')}</dt>
            <dd>{words('causes', order.cause)}</dd>
          </div>
        ) : null}
        {order.result ? (
          <div>
            <dt>{t('result')}</dt>
            <dd className="bh-words">{order.result}</dd>
          </div>
        ) : null}
        {order.feedback ? (
          <div>
            <dt>{t('feedback')}</dt>
            <dd className="bh-words">{order.feedback}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}

/** Yuan with two places. */
const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

export function SheetView({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const { sheet, signature } = order;
  return (
    <Facts
      rows={[
        [t('work'), sheet.text || undefined],
        sheet.parts.length === 0
          ? undefined
          : [
              t('parts'),
              sheet.parts.map(({ name, serial, quantity }) => (
                <div key={`${name} ${serial}`}>
                  {name} × {quantity} <span className="bh-muted">{serial}</span>
                </div>
              )),
            ],
        [t('minutes'), sheet.minutes === null ? undefined : `${sheet.minutes} ${t('minuteUnit')}`],
        [t('charge'), sheet.charge === null ? undefined : yuan(sheet.charge)],
        sheet.leftOver.length === 0
          ? undefined
          : [
              t('leftOver'),
              sheet.leftOver.map(({ text, measure }) => (
                <div key={text}>
                  {text} <span className="bh-muted">{measure}</span>
                </div>
              )),
            ],
        [t('remark'), order.remark],
        [t('rating'), order.rating],
        signature
          ? [
              t('signature'),
              <>
                {t('signed', { name: signature.name })}{' '}
                <span className={signature.marked ? 'bh-tag bh-tag-new' : 'bh-muted'}>
                  {signature.marked ? t('marked') : t('withCode')}
                </span>
                <div className="bh-muted bh-small">
                  {[formatInstant(signature.at, language), signature.place, signature.device]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {signature.attachmentId ? (
                  <img
                    className="bh-signature"
                    src={`/api/attachments/${signature.attachmentId}`}
                    alt={t('signature')}
                  />
                ) : null}
              </>,
            ]
          : undefined,
      ]}
    />
  );
}
