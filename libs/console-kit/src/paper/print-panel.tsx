/** Paper of a matter or a register: filled or blank, copies, preview of the very PDF; printing files, counts and audits. */
import type { SendingView } from '@bihuan/forms-contract';
import { Button, Checkbox, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { api, type Query } from '../api/client';
import { useSubmit } from '../api/submit';
import { kitTexts } from '../i18n/kit-texts';
import type { Language } from '../i18n/language';
import { useLanguage, useTexts } from '../i18n/texts';
import { KeyHint, useHotkeys } from '../keys/hotkeys';
import { ErrorNote } from '../states/states';
import { PdfPreview } from './pdf-preview';
import { PrinterChoice } from './printer-choice';
import { SendingWord } from './sending-word';

/** Answer of `POST …/prints`: where the filed PDF is, and which print of each copy it was. */
export interface Filed {
  readonly url: string;
  readonly reprint: boolean;
  readonly copies: readonly { readonly copy: number; readonly print: number }[];
  /** Where a printer was chosen: what becomes of it there. */
  readonly sending?: SendingView;
}

export interface PrintPanelProps {
  /** `/api/hotline/problem-forms/<id>/forms/problem-form`: the preview is that with `.pdf`, printing `/prints`. */
  readonly address: string;
  readonly title: string;
  /** What the register covers: date or from, to, officer. */
  readonly range?: Readonly<Record<string, string | undefined>>;
  readonly version?: number | undefined;
  /** Holders of the copies, first to last; one copy needs no choice. */
  readonly holders?: readonly string[];
}

/** As it is stamped on the paper; in English by its figure. */
const copyName = (language: Language, index: number, holder: string): string =>
  language === 'zh' ? `第${'一二三四五六七八九'[index] ?? index + 1}联 ${holder}` : `Copy ${index + 1} ${holder}`;

export function PrintPanel({ address, title, range, version, holders = [] }: PrintPanelProps) {
  const t = useTexts(kitTexts);
  const language = useLanguage();
  const [blank, setBlank] = useState(false);
  const [copies, setCopies] = useState(() => holders.map((_, index) => index + 1));
  const [reprintMark, setReprintMark] = useState(false);
  const paper = useRef<HTMLIFrameElement>(null);
  const [printer, setPrinter] = useState<string>();
  const [filed, setFiled] = useState<{ address: string; print: number; sending?: SendingView | undefined }>();
  const submit = useSubmit<Record<string, unknown>, Filed>((body, options) =>
    api.post<Filed>(`${address}/prints`, body, options),
  );
  const set = defined(range);
  const chosen = holders.length > 1 && copies.length > 0 && copies.length < holders.length ? copies : undefined;
  const query: Query = { ...set, ...(blank ? { blank: true } : {}), ...(chosen ? { copies: chosen.join(',') } : {}) };

  const print = async (): Promise<void> => {
    const body = {
      ...set,
      ...(blank ? { blank } : {}),
      ...(chosen ? { copies: chosen } : {}),
      ...(reprintMark ? { reprintMark } : {}),
      ...(printer ? { printer } : {}),
    };
    const answer = await submit.send(body);
    if (!answer) return;
    const pdf = await api.blob(answer.url);
    const print = Math.max(...answer.copies.map((copy) => copy.print), 1);
    setFiled({ address: URL.createObjectURL(pdf), print, sending: answer.sending });
  };
  useHotkeys([{ keys: 'ctrl+p', title: t('printAndFile'), run: () => void print() }]);

  return (
    <div className="bh-print">
      <div className="bh-print-bar">
        <Segmented
          size="small"
          value={blank ? 'blank' : 'filled'}
          options={[
            { value: 'filled', label: t('filled') },
            { value: 'blank', label: t('blank') },
          ]}
          onChange={(value) => setBlank(value === 'blank')}
        />
        {holders.length > 1 ? (
          <Checkbox.Group
            aria-label={t('copies')}
            value={copies}
            onChange={(value) => setCopies([...value].sort())}
            options={holders.map((holder, index) => ({ value: index + 1, label: copyName(language, index, holder) }))}
          />
        ) : (
          <span className="bh-muted">{holders.map((holder, index) => copyName(language, index, holder))}</span>
        )}
        <Checkbox checked={reprintMark} onChange={({ target }) => setReprintMark(target.checked)}>
          {t('reprintMark')}
        </Checkbox>
        <div className="bh-spacer" />
        <PrinterChoice value={printer} onChange={setPrinter} />
        <Button type="primary" size="small" loading={submit.busy} onClick={() => void print()}>
          {t('printAndFile')} <KeyHint keys="ctrl+p" />
        </Button>
      </div>
      {submit.error ? <ErrorNote error={submit.error} /> : null}
      {filed ? (
        <div className="bh-draft-note">
          {t('filed', { count: filed.print })}
          <a href={filed.address} download={`${title}.pdf`}>
            {t('download')}
          </a>
          {filed.sending ? (
            <SendingWord key={filed.sending.id} sending={filed.sending} />
          ) : (
            <iframe
              ref={paper}
              className="bh-print-frame"
              title={t('print')}
              src={filed.address}
              onLoad={() => paper.current?.contentWindow?.print()}
            />
          )}
        </div>
      ) : (
        <div className="bh-muted bh-small">{t('previewNote')}</div>
      )}
      <PdfPreview path={`${address}.pdf`} query={query} title={title} version={version} />
    </div>
  );
}

function defined(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  const pairs = Object.entries(values ?? {}).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  return Object.fromEntries(pairs);
}
