/** The acts allowed now as buttons with Alt+1…9; each opens its small form. What is not allowed is not there. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { WriteOptions } from '../api/client';
import { KeyHint, useHotkeys } from '../keys/hotkeys';
import { ActionForm, focusFirst, type ActionFormProps, type Values } from './action-form';
import { typedValues } from './typed-values';

export interface Act {
  /** The action as the server names it: `refer`. */
  readonly action: string;
  readonly label: string;
  /** Fields of its form; none: the form is the confirmation. */
  readonly fields?: ReactNode;
  readonly initial?: Values;
  /** Body of the call; the values themselves, without the empty ones, unless said. */
  readonly toBody?: (values: Values) => unknown;
  /** A form of its own instead of the small one. */
  readonly panel?: (close: () => void) => ReactNode;
  /** Never the act to do first: withdrawing, waiting, giving back. */
  readonly quiet?: boolean;
  /** What it means, above the fields. */
  readonly note?: ReactNode;
}

export interface ActBarProps<Answer> {
  readonly acts: readonly Act[];
  /** Begin of the drafts' names: user and matter. */
  readonly draft: string;
  readonly version?: number;
  readonly run: (action: string, body: unknown, options: WriteOptions) => Promise<Answer>;
  readonly onDone: (answer: Answer, action: string) => void;
  /** After a 412: what stands in the record now against what this action writes. */
  readonly reread?: (action: string) => ReturnType<NonNullable<ActionFormProps<Answer>['reread']>>;
}

export function ActBar<Answer>(props: ActBarProps<Answer>) {
  const { draft, version, run, onDone, reread } = props;
  // What moves the matter on stands first, in the server's order; Alt+1 is the next act.
  const acts = [...props.acts].sort((a, b) => Number(a.quiet ?? false) - Number(b.quiet ?? false));
  const [open, setOpen] = useState<string>();
  const act = acts.find(({ action }) => action === open);
  const box = useRef<HTMLDivElement>(null);
  const opened = act?.action;
  useEffect(() => {
    if (opened) focusFirst(box.current);
  }, [opened]);
  useHotkeys(
    acts.slice(0, 9).map(({ action, label }, index) => ({
      keys: `alt+${index + 1}`,
      title: label,
      run: () => setOpen(action),
    })),
  );
  if (acts.length === 0) return null;
  const close = (): void => setOpen(undefined);
  return (
    <div className="bh-acts">
      <div className="bh-act-row" role="toolbar">
        {acts.map(({ action, label, quiet }, index) => (
          <Button
            key={action}
            data-action={action}
            type={quiet ? 'text' : index === 0 && !act ? 'primary' : 'default'}
            className={action === open ? 'bh-act-open' : ''}
            onClick={() => setOpen(action === open ? undefined : action)}
          >
            {label} {index < 9 ? <KeyHint keys={`alt+${index + 1}`} /> : null}
          </Button>
        ))}
      </div>
      {act ? (
        <div ref={box} className="bh-act-form" key={act.action}>
          {act.panel ? (
            act.panel(close)
          ) : (
            <ActionForm
              draft={`${draft}:${act.action}`}
              {...(act.initial ? { initial: act.initial } : {})}
              version={version}
              submitLabel={act.label}
              toBody={act.toBody ?? typedValues}
              action={(body, options) => run(act.action, body, options)}
              onDone={(answer) => {
                close();
                onDone(answer, act.action);
              }}
              onCancel={close}
              {...(reread ? { reread: () => reread(act.action) } : {})}
            >
              {act.note ? <p className="bh-act-note">{act.note}</p> : null}
              {act.fields}
            </ActionForm>
          )}
        </div>
      ) : null}
    </div>
  );
}
