/** Files: sent as soon as they are chosen, kept in the form by their ids; on a phone the camera offers itself. */
import { Button, Form } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import { ApiError } from '../api/api-error';
import { api } from '../api/client';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { ErrorNote } from '../states/states';
import { given, rules, type FieldProps } from './field';
import { useSubjectKey } from './subject-context';

/** Names of what was sent from this window; a draft found again knows the ids alone. */
const names = new Map<string, string>();

/** Sends a file and answers its id. */
export async function attach(file: Blob, name: string, subject: string | undefined): Promise<string> {
  const { id } = await api.upload<{ readonly id: string }>('/api/attachments', file, name, given({ subject }));
  names.set(id, name);
  return id;
}

type Ids = string | readonly string[];

function Attachments(props: {
  readonly id?: string;
  readonly value?: Ids;
  readonly onChange?: (ids: Ids | undefined) => void;
  readonly multiple: boolean;
  readonly accept: string | undefined;
}) {
  const { id, value, onChange, multiple, accept } = props;
  const t = useTexts(kitTexts);
  const subject = useSubjectKey();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const ids = typeof value === 'string' ? [value] : (value ?? []);

  const send = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])];
    setBusy(true);
    try {
      const sent: string[] = [];
      for (const file of files) sent.push(await attach(file, file.name, subject));
      setError(undefined);
      if (sent.length > 0) onChange?.(multiple ? [...ids, ...sent] : sent[0]);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setError(problem);
    } finally {
      setBusy(false);
      if (input.current) input.current.value = '';
    }
  };
  const without = (gone: string): void => {
    const rest = ids.filter((each) => each !== gone);
    onChange?.(multiple && rest.length > 0 ? rest : undefined);
  };
  return (
    <div className="bh-files">
      <input
        ref={input}
        {...given({ id, accept })}
        type="file"
        className="bh-file-input"
        multiple={multiple}
        onChange={(event) => void send(event)}
      />
      {ids.map((each, index) => (
        <span key={each} className="bh-file">
          {names.get(each) ?? t('file', { number: index + 1 })}
          <Button size="small" type="text" aria-label={t('removeFile')} onClick={() => without(each)}>
            ×
          </Button>
        </span>
      ))}
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {t('addFile')}
      </Button>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}

export interface AttachmentFieldProps extends FieldProps {
  readonly multiple?: boolean;
  /** `image/*` for photographs. */
  readonly accept?: string;
}

/** The value is the id of the attachment, or a list of ids where there may be several. */
export function AttachmentField(props: AttachmentFieldProps) {
  const { name, label, required, className, help, multiple = false, accept } = props;
  return (
    <Form.Item name={name} label={label} rules={rules(required)} {...given({ className, extra: help })}>
      <Attachments multiple={multiple} accept={accept} />
    </Form.Item>
  );
}
