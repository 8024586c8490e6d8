/** What to say now, by step, with what is known filled in (SCR-1); Alt+← and Alt+→ turn it. */
import { useEffect, useState } from 'react';
import { spoken, useScripts } from '../house/scripts';
import { kitTexts } from '../i18n/kit-texts';
import { useTexts, useTitle } from '../i18n/texts';
import { KeyHint, useHotkeys } from '../keys/hotkeys';

export interface ScriptStripProps {
  /** Id of the room whose desk it is. */
  readonly desk: string;
  /** Step the desk is at; the strip follows it, and the officer may turn it. */
  readonly step: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

export function ScriptStrip({ desk, step, values }: ScriptStripProps) {
  const t = useTexts(kitTexts);
  const title = useTitle();
  const scripts = useScripts(desk);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const found = scripts.findIndex((script) => script.step === step);
    if (found >= 0) setAt(found);
  }, [scripts, step]);
  const turn = (by: number) => (): void => setAt((now) => Math.min(scripts.length - 1, Math.max(0, now + by)));
  useHotkeys(
    scripts.length < 2
      ? []
      : [
          { keys: 'alt+arrowleft', title: t('scriptKeys'), run: turn(-1) },
          { keys: 'alt+arrowright', title: t('scriptKeys'), run: turn(1) },
        ],
  );
  const script = scripts[at];
  if (!script) return null;
  return (
    <section className="bh-script" aria-label={t('script')}>
      <nav>
        {scripts.map((each, index) => (
          <button
            key={`${each.step}/${each.branch ?? ''}`}
            type="button"
            tabIndex={-1}
            className={index === at ? 'active' : ''}
            onClick={() => setAt(index)}
          >
            {title(each.title)}
          </button>
        ))}
        <span className="bh-muted">
          <KeyHint keys="alt+←" /> <KeyHint keys="alt+→" />
        </span>
      </nav>
      <p>{spoken(title(script.text), values)}</p>
      {script.hint ? <p className="bh-muted bh-small">{title(script.hint)}</p> : null}
    </section>
  );
}
