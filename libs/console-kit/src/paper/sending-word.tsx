/** What became of something sent to a printer, in words; asked again until it is over (FRM-6). */
import type { SendingView } from '@bihuan/forms-contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { useTexts, useWords } from '../i18n/texts';
import { printingTexts } from './printing-texts';

/** Milliseconds. */
const ASK = 1_000;

const isOver = ({ state }: SendingView): boolean => state === 'done' || state === 'failed';

export function SendingWord({ sending }: { readonly sending: SendingView }) {
  const t = useTexts(printingTexts);
  const reasonWord = useWords(printingTexts, 'reason');
  const { data = sending } = useQuery({
    queryKey: ['sendings', sending.id],
    queryFn: () => api.get<SendingView>(`/api/forms/sendings/${sending.id}`),
    initialData: sending,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : ASK),
  });
  const reason = data.error === null ? '' : reasonWord(data.error);
  if (data.state === 'failed') return <span role="status">{t('sending.failed', { reason })}</span>;
  if (data.error !== null && !isOver(data)) return <span role="status">{t('sending.retry', { reason })}</span>;
  return <span role="status">{t(`sending.${data.state}`)}</span>;
}
