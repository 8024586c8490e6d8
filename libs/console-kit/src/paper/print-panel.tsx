/** Paper of a matter or a register: filled or blank, copies, preview of the very PDF; printing files, counts and audits. */
import { Button, Checkbox, InputNumber, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { api, type Query } from '../api/client';
import { useSubmit } from '../api/submit';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { KeyHint, useHotkeys } from '../keys/hotkeys';
import { ErrorNote } from '../states/states';
import { PdfPreview } from './pdf-preview';

/** Answer of `POST …/prints`: where the filed PDF is. */
export interface Filed {
  readonly url: string;
  readonly count?: number;
}

export interface PrintPanelProps {
  /** `/api/hotline/problem-forms/<id>/forms/problem-form`: the preview is that with `.pdf`, printing `/prints`. */
  readonly address: string;
  readonly title: string;
  /** What the register covers: date or from, to, officer. */
  readonly range?: Readonly<Record<string, string | undefined>>;
  readonly version?: number | undefined;
}

export function PrintPanel({ address, title, range, version }: PrintPanelProps) {
  const t = useTexts(kitTexts);
  const [blank, setBlank] = useState(false);
  const [copies, setCopies] = useState(1);
  const [reprintMark, setReprintMark] = useState(false);
  const paper = useRef<HTMLIFrameElement>(null);
  const [filed, setFiled] = useState<{ address: string; count?: number }>();
  const submit = useSubmit<Record<string, unknown>, Filed>((body, options) =>
    api.post<Filed>(`${address}/prints`, body, options),
  );
  const set = defined(range);
  const query: Query = { ...set, ...(blank ? { blank: true } : {}), ...(copies > 1 ? { copies } : {}) };

  const print = async (): Promise<void> => {
    const body = { ...set, ...(blank ? { blank } : {}), copies, ...(reprintMark ? { reprintMark } : {}) };
    const answer = await submit.send(body);
    if (!answer) return;
    const pdf = await api.blob(answer.url);
    setFiled({ address: URL.createObjectURL(pdf), ...(answer.count === undefined ? {} : { count: answer.count }) });
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
        <label className="bh-inline">
          {t('copies')}
          <InputNumber size="small" min={1} max={20} value={copies} onChange={(value) => setCopies(value ?? 1)} />
        </label>
        <Checkbox checked={reprintMark} onChange={({ target }) => setReprintMark(target.checked)}>
          {t('reprintMark')}
        </Checkbox>
        <div className="bh-spacer" />
        <Button type="primary" size="small" loading={submit.busy} onClick={() => void print()}>
          {t('printAndFile')} <KeyHint keys="ctrl+p" />
        </Button>
      </div>
      {submit.error ? <ErrorNote error={submit.error} /> : null}
      {filed ? (
        <div className="bh-draft-note">
          {t('filed', { count: filed.count ?? copies })}
          <a href={filed.address} download={`${title}.pdf`}>
            {t('download')}
          </a>
          <iframe
            ref={paper}
            className="bh-print-frame"
            title={t('print')}
            src={filed.address}
            onLoad={() => paper.current?.contentWindow?.print()}
          />
        </div>
      ) : (
        <div className="bh-muted bh-small">{t('previewNote')}</div>
      )}
      <PdfPreview path={`${address}.pdf`} query={query} title={title} version={version} />
    </div>
  );
}

function defined(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  const pairs = Object.entries(values ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return Object.fromEntries(pairs);
}
