/** Small parts the portal's pages are built of: no framework, a phone on a slow line loads them at once. */
import './portal.css';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/** Chinese unless the phone speaks something else. */
export const firstLanguage = (): Language => (navigator.language.startsWith('zh') ? 'zh' : 'en');

type Child = Node | string | undefined;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => child !== undefined));
  return element;
}

export const field = (label: string, input: HTMLElement): HTMLElement =>
  make('label', {}, make('span', {}, label), input);

/** A drop-down whose default is empty. */
export const dropDown = (name: string, options: readonly (readonly [value: string, label: string])[]) =>
  make(
    'select',
    { name, required: '' },
    make('option', { value: '' }, ''),
    ...options.map(([value, label]) => make('option', { value }, label)),
  );

export const radios = (
  legend: string,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  required: boolean,
): HTMLElement =>
  make(
    'fieldset',
    {},
    make('legend', {}, legend),
    ...options.map(([value, label]) =>
      make('label', {}, make('input', { type: 'radio', name, value, ...(required ? { required: '' } : {}) }), label),
    ),
  );

export const textField = (name: string, more: Readonly<Record<string, string>> = {}) =>
  make('input', { name, autocomplete: 'off', ...more });

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export async function ask(path: string, language: Language, body?: object): Promise<Answered> {
  const answer = await fetch(path, {
    headers: { 'accept-language': language, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

const BUSY: Words = { zh: '尝试次数过多，请稍后再试。', en: 'Too many tries; please try again later.' };
const LOST: Words = { zh: '暂时无法提交，请稍后再试。', en: 'It could not be sent; please try again later.' };

/** What is said when it was not taken. @param unknown for what is not there */
export function refusal({ status, body }: Answered, unknown: Words, language: Language): string {
  if (status === 404) return unknown[language];
  if (status === 429) return BUSY[language];
  const { errors } = (body ?? {}) as { errors?: readonly { detail?: string }[] };
  return errors?.map(({ detail }) => detail ?? '').join(' ') || LOST[language];
}

/** The page in one language, with the switch to the other. */
export function show(title: string, language: Language, turn: (to: Language) => void, ...content: Child[]): void {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const button = make('button', { type: 'button', class: 'plain' }, other === 'zh' ? '中文' : 'English');
  button.addEventListener('click', () => turn(other));
  document.title = title;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document
    .getElementById('page')
    ?.replaceChildren(
      make('header', {}, make('h1', {}, title), button),
      ...content.filter((child): child is Node | string => child !== undefined),
    );
}

/** A form that says what went wrong, and thanks when it was taken. */
export function sending(
  fields: readonly HTMLElement[],
  labels: { readonly submit: string; readonly reset: string },
  send: (values: Readonly<Record<string, string>>) => Promise<string | undefined>,
): HTMLFormElement {
  const alert = make('p', { role: 'alert' });
  const submit = make('button', { type: 'submit' }, labels.submit);
  const buttons = make('div', { class: 'buttons' }, submit, make('button', { type: 'reset' }, labels.reset));
  const form = make('form', {}, ...fields, alert, buttons);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    const values = Object.fromEntries(
      [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [],
      ),
    ) as Record<string, string>;
    send(values)
      .then((problem) => (alert.textContent = problem ?? ''))
      .catch(() => (alert.textContent = '…'))
      .finally(() => (submit.disabled = false));
  });
  return form;
}
