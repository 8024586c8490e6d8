/** Keys of the page: `Alt+1…9`, `Ctrl+Enter`, `/`, `?`; what is registered is what the help shows. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';

export interface Hotkey {
  /** `alt+1`, `ctrl+enter`, `/`, `escape`. Single characters are ignored while somebody types. */
  readonly keys: string;
  readonly title: string;
  readonly run: () => void;
}

type Add = (keys: readonly Hotkey[]) => () => void;

const Adding = createContext<Add>(() => () => undefined);
const Shown = createContext<readonly Hotkey[]>([]);

/** The name of a pressed key in the form in which hotkeys are written; digits by position, so that Alt+1 works on a Mac. */
export function keyName(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const named = event.altKey ? (digit ?? letter ?? event.key.toLowerCase()) : event.key.toLowerCase();
  const held = [event.ctrlKey || event.metaKey ? 'ctrl' : '', event.altKey ? 'alt' : ''].filter(Boolean);
  return [...held, named].join('+');
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export function HotkeyProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<(readonly Hotkey[])[]>([]);
  const [shown, setShown] = useState<readonly Hotkey[]>([]);

  useEffect(() => {
    const find = (name: string): Hotkey | undefined =>
      [...layers.current].reverse().flatMap((layer) => layer.filter(({ keys }) => keys === name))[0];
    const run = (event: KeyboardEvent, name: string): void => {
      const hit = find(name);
      if (!hit) return;
      event.preventDefault();
      event.stopPropagation();
      hit.run();
    };
    // Held keys come before the controls: an open list or a select would keep Ctrl+Enter for itself.
    const held = (event: KeyboardEvent): void => {
      const name = keyName(event);
      if (!event.isComposing && name.includes('+')) run(event, name);
    };
    const plain = (event: KeyboardEvent): void => {
      const name = keyName(event);
      if (event.defaultPrevented || event.isComposing || name.includes('+')) return;
      if (name.length > 1 || !isTyping(event.target)) run(event, name);
    };
    window.addEventListener('keydown', held, true);
    window.addEventListener('keydown', plain);
    return () => {
      window.removeEventListener('keydown', held, true);
      window.removeEventListener('keydown', plain);
    };
  }, []);

  const add = useCallback<Add>((keys) => {
    layers.current = [...layers.current, keys];
    setShown(layers.current.flat());
    return () => {
      layers.current = layers.current.filter((layer) => layer !== keys);
      setShown(layers.current.flat());
    };
  }, []);
  return (
    <Adding.Provider value={add}>
      <Shown.Provider value={shown}>{children}</Shown.Provider>
    </Adding.Provider>
  );
}

/** Registers keys while the component is mounted; the last one mounted wins. */
export function useHotkeys(keys: readonly Hotkey[]): void {
  const add = useContext(Adding);
  const latest = useRef(keys);
  latest.current = keys;
  const signature = keys.map(({ keys: name, title }) => `${name} ${title}`).join('\n');
  useEffect(
    () =>
      add(
        latest.current.map(({ keys: name, title }) => ({
          keys: name,
          title,
          run: () => latest.current.find((key) => key.keys === name)?.run(),
        })),
      ),
    [add, signature],
  );
}

/** Every key that works now, for the help. */
export const useShownKeys = (): readonly Hotkey[] => useContext(Shown);

/** `alt+1` as it is printed on a button. */
export function keyLabel(keys: string): string {
  const names: Record<string, string> = {
    ctrl: 'Ctrl',
    alt: 'Alt',
    enter: 'Enter',
    escape: 'Esc',
    arrowdown: '↓',
    arrowup: '↑',
    arrowleft: '←',
    arrowright: '→',
  };
  return keys
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}

/** The key's label, small and quiet. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className="bh-key">{keyLabel(keys)}</kbd>;
}
