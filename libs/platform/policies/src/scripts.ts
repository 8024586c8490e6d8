/** The script library by step (SCR-1): the pack's texts with the company's name in them. */
import type { Pack, Script } from './pack/pack.schema';
import { COMPANY_VARIABLE, variablesOf } from './script-variables';

/** A text as the desk gets it, with the variables it still has to fill in. */
export interface ScriptText extends Script {
  readonly variables: readonly string[];
}

/** Texts of the active pack in the order of a call; `desk` and `step` narrow them. */
export function scriptTexts(pack: Pack, wanted: { readonly desk?: string; readonly step?: string } = {}): ScriptText[] {
  return pack.scripts
    .filter(({ desk, step }) => (wanted.desk ?? desk) === desk && (wanted.step ?? step) === step)
    .map((script) => {
      const text = { zh: named(script.text.zh, pack.company.zh), en: named(script.text.en, pack.company.en) };
      return { ...script, text, variables: variablesOf(text.zh) };
    });
}

const named = (text: string, company: string): string => text.replaceAll(`{${COMPANY_VARIABLE}}`, company);
