/** A new version: a file or text, sent for checking; what is wrong with it stands by line, and the text is kept (FRM-4). */
import { api, ErrorNote, useMe, useSubmit, useTexts, useUnitName } from '@bihuan/console-kit';
import type { FormTemplatesView, UploadTemplate } from '@bihuan/forms-contract';
import { Alert, Button, Input, Modal, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { paperTexts } from './paper-texts';

export function TemplateUpload(props: {
  readonly view: FormTemplatesView;
  readonly onDone: (view: FormTemplatesView) => void;
  readonly onClose: () => void;
}) {
  const { view, onDone, onClose } = props;
  const t = useTexts(paperTexts);
  const me = useMe();
  const unitName = useUnitName();
  const units = [...new Set([me.unitId, ...view.templates.map((template) => template.unitId)])];
  const [unitId, setUnitId] = useState(me.unitId);
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [isNoText, setNoText] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const submit = useSubmit<UploadTemplate, FormTemplatesView>((body, options) =>
    api.post(`/api/forms/templates/${view.formCode}/versions`, body, options),
  );
  const read = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    try {
      setSource(new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(chosen)));
      setNoText(false);
    } catch {
      setNoText(true);
    }
  };
  const send = async (): Promise<void> => {
    const answer = await submit.send({ source, unitId, ...(note.trim() ? { note: note.trim() } : {}) });
    if (answer) onDone(answer);
  };
  const faults = submit.error?.fields.filter(({ pointer }) => pointer === '/source') ?? [];
  return (
    <Modal
      open
      title={t('upload')}
      width={860}
      onCancel={onClose}
      okText={t('send')}
      okButtonProps={{ disabled: source === '', loading: submit.busy }}
      onOk={() => void send()}
      destroyOnHidden
    >
      <p className="bh-muted">{t('uploadHelp')}</p>
      <Space>
        <input
          ref={file}
          hidden
          type="file"
          accept=".hbs,.html,.txt"
          aria-label={t('chooseFile')}
          onChange={({ target }) => void read(target.files?.[0])}
        />
        <Button onClick={() => file.current?.click()}>{t('chooseFile')}</Button>
        <Button onClick={() => setSource(view.shipped.source)}>{t('fromShipped')}</Button>
        {units.length > 1 ? (
          <Select
            aria-label={t('unit')}
            className="bh-filter"
            value={unitId}
            onChange={setUnitId}
            options={units.map((id) => ({ value: id, label: unitName(id) }))}
          />
        ) : null}
        <Input
          aria-label={t('note')}
          placeholder={t('noteHint')}
          maxLength={200}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Space>
      {isNoText ? <ErrorNote error={t('notText')} /> : null}
      {faults.length > 0 ? (
        <Alert
          className="bh-refused"
          type="error"
          role="alert"
          showIcon
          title={t('faults', { count: faults.length })}
          description={
            <ul className="bh-plain-list">
              {faults.map(({ detail }, index) => (
                <li key={`${index} ${detail}`}>{detail}</li>
              ))}
            </ul>
          }
        />
      ) : submit.error ? (
        <ErrorNote error={submit.error} />
      ) : null}
      <Input.TextArea
        aria-label={t('source')}
        rows={16}
        spellCheck={false}
        style={{ fontFamily: 'monospace', whiteSpace: 'pre', marginTop: 8 }}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
    </Modal>
  );
}

/** `File.arrayBuffer` is not everywhere; a reader is. */
function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((done, broken) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as ArrayBuffer);
    reader.onerror = () => broken(new Error('unreadable'));
    reader.readAsArrayBuffer(file);
  });
}
