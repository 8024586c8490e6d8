/** The form shell: drafts, one submit at a time, refused fields marked by their pointer, a conflict side by side. */
import { Button, Form, type FormInstance } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ApiError } from '../api/api-error';
import { useSubmit } from '../api/submit';
import type { WriteOptions } from '../api/client';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts } from '../i18n/texts';
import { KeyHint, useHotkeys } from '../keys/hotkeys';
import { ErrorNote } from '../states/states';
import { ConflictNote, type ConflictField } from './conflict';
import { readDraft, useDraftWriter } from './drafts';

export type Values = Record<string, unknown>;

export interface ActionFormProps<Answer> {
  /** Name of the draft: user, matter, act. */
  readonly draft: string;
  /** Values before the clerk types; a draft wins over them. */
  readonly initial?: Values;
  /** Version the clerk sees, sent as If-Match. */
  readonly version?: number | undefined;
  readonly submitLabel: string;
  /** Turns what was typed into the body of the call. */
  readonly toBody: (values: Values) => unknown;
  readonly action: (body: unknown, options: WriteOptions) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onCancel?: (() => void) | undefined;
  /** After a 412: reads the record again and says what stands in it now. */
  readonly reread?: () => Promise<{ readonly version: number; readonly fields: readonly ConflictField[] }>;
  /** The keyboard goes to the first field when the form opens: it is what the page is for. */
  readonly autoFocus?: boolean;
  /** Further buttons beside the submit. */
  readonly beside?: ReactNode;
  readonly children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

export function ActionForm<Answer>(props: ActionFormProps<Answer>) {
  const { draft, initial, version, submitLabel, toBody, action, onDone, onCancel, reread, beside, children } = props;
  const { autoFocus = false } = props;
  const t = useTexts(kitTexts);
  const id = useId();
  const [form] = Form.useForm<Values>();
  const { write, drop } = useDraftWriter(draft);
  const [found, setFound] = useState(() => readDraft(draft));
  const [conflict, setConflict] = useState<{ version: number; fields: readonly ConflictField[] }>();
  const [unread, setUnread] = useState(false);
  const submit = useSubmit<unknown, Answer>(action);
  const fields = useRef<HTMLDivElement>(null);
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) focusFirst(fields.current);
  }, [autoFocus]);
  // Once a refusal, however often the page is drawn meanwhile.
  const rereading = useRef(reread);
  rereading.current = reread;

  const { error } = submit;
  useEffect(() => {
    if (!error) return;
    const shown = shownFields(form);
    const known = error.fields.filter(({ pointer }) => shown.has(pointer));
    form.setFields(known.map(({ pointer, detail }) => ({ name: namePath(pointer), errors: [detail] })));
    const [wrong] = known;
    if (wrong) form.focusField(namePath(wrong.pointer));
    else refusal.current?.focus();
    if (error.isConflict) rereading.current?.().then(setConflict, () => setUnread(true));
  }, [error, form]);

  const send = async (seen: number | undefined): Promise<void> => {
    await settle();
    const values = await form.validateFields().catch(() => undefined);
    if (!values) {
      const wrong = form.getFieldsError().find(({ errors }) => errors.length > 0);
      if (wrong) form.focusField(wrong.name);
      return;
    }
    const answer = await submit.send(toBody(values), seen);
    if (answer === undefined) return;
    drop();
    setConflict(undefined);
    onDone(answer);
  };
  useHotkeys([
    { keys: 'ctrl+enter', title: submitLabel, run: () => void send(conflict?.version ?? version) },
    ...(onCancel ? [{ keys: 'escape', title: t('cancel'), run: onCancel }] : []),
  ]);

  const sideBySide = submit.error?.isConflict && reread && !unread;
  const unplaced = submit.error && !sideBySide ? remaining(submit.error, form) : undefined;
  return (
    <Form
      form={form}
      name={id}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...initial, ...found }}
      onValuesChange={(changed, values) => {
        // What the server said of a value is said of that value only.
        form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })));
        write(values);
      }}
      onFinish={() => void send(conflict?.version ?? version)}
    >
      {found ? (
        <div className="bh-draft-note">
          {t('draftKept')}
          <Button
            size="small"
            type="link"
            onClick={() => {
              drop();
              setFound(undefined);
              form.setFieldsValue(Object.fromEntries(Object.keys(found).map((name) => [name, initial?.[name]])));
            }}
          >
            {t('dropDraft')}
          </Button>
        </div>
      ) : null}
      <div ref={fields}>{typeof children === 'function' ? children(form) : children}</div>
      <div ref={refusal} tabIndex={-1} className="bh-form-refusal">
        {unplaced ? <ErrorNote error={unplaced} /> : null}
        {conflict ? <ConflictNote fields={conflict.fields} typed={form.getFieldsValue()} /> : null}
      </div>
      <div className="bh-form-foot">
        <Button type="primary" htmlType="submit" loading={submit.busy}>
          {conflict ? t('submitAnyway') : submitLabel} <KeyHint keys="ctrl+enter" />
        </Button>
        {beside}
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </Form>
  );
}

/** The keyboard to the first field in there; not to a date, whose calendar would drop open over the form. */
export function focusFirst(box: HTMLElement | null): void {
  const fields = box?.querySelectorAll<HTMLElement>('textarea, input:not([type="file"]):not([type="hidden"])') ?? [];
  [...fields].find((field) => !field.closest('.ant-picker, .ant-form-item-hidden'))?.focus();
}

/** How often it is looked whether a calendar has closed, and how long at most, milliseconds. */
const LOOK = 25;
const PATIENCE = 3_000;

const isCalendarOpen = (): boolean =>
  document.querySelector('.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)') !== null;

/**
 * What was done last has its effect before the form is judged: fields that depend on another follow it, and the
 * calendar takes a date that is typed and not left yet when it closes.
 */
async function settle(): Promise<void> {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.closest('.ant-picker')) field.blur();
  for (let waited = 0; waited === 0 || (isCalendarOpen() && waited < PATIENCE); waited += LOOK) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** `/proposals/0/text` as the form's own path. */
const namePath = (pointer: string): (string | number)[] =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Pointers of the fields that stand in the form now. */
const shownFields = (form: FormInstance<Values>): ReadonlySet<string> =>
  new Set(form.getFieldsError().map(({ name }) => `/${name.join('/')}`));

/** What of a refusal is not shown at a field: everything, unless every problem found its field. */
function remaining(error: ApiError, form: FormInstance<Values>): ApiError | undefined {
  const shown = shownFields(form);
  const homeless = error.fields.filter(({ pointer }) => !shown.has(pointer));
  if (error.fields.length > 0 && homeless.length === 0) return undefined;
  return new ApiError(error.status, { ...error.problem, errors: homeless });
}
