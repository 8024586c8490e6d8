/** The live connection (server-sent events of `/api/live`): pages get the rows that changed, for the reader's eyes only. */
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

/** Fresh rows of a topic; without rows the topic is to be read again. */
export interface LiveMessage {
  readonly topic: string;
  readonly rows?: readonly object[] | undefined;
}

type Listener = (message: LiveMessage) => void;

interface Live {
  readonly connected: boolean;
  readonly listen: (listener: Listener) => () => void;
}

const Connection = createContext<Live>({ connected: false, listen: () => () => undefined });

function parse(event: Event): Readonly<Record<string, unknown>> {
  const { data } = event as MessageEvent<string>;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [connected, setConnected] = useState(false);
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    const source = new EventSource('/api/live');
    const known = new Set<string>();
    const tell = (message: LiveMessage): void => listeners.current.forEach((listener) => listener(message));
    const follow = (topic: string): void => {
      if (known.has(topic)) return;
      known.add(topic);
      source.addEventListener(topic, (event) => {
        const { rows } = parse(event);
        tell({ topic, rows: Array.isArray(rows) ? (rows as object[]) : undefined });
      });
    };
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    source.addEventListener('hello', (event) => {
      const { topics } = parse(event);
      if (Array.isArray(topics)) topics.forEach((topic) => follow(String(topic)));
    });
    source.addEventListener('refresh', (event) => tell({ topic: String(parse(event)['topic']) }));
    return () => source.close();
  }, []);

  const live = useMemo<Live>(
    () => ({
      connected,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => void listeners.current.delete(listener);
      },
    }),
    [connected],
  );
  return <Connection.Provider value={live}>{children}</Connection.Provider>;
}

/** Calls back with the fresh rows of a topic while mounted; without rows the list is to be read again. */
export function useTopic<Row extends object>(
  topic: string,
  listener: (rows: readonly Row[] | undefined) => void,
): void {
  const { listen } = useContext(Connection);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(
    () =>
      listen((message) => {
        if (message.topic === topic) latest.current(message.rows as readonly Row[] | undefined);
      }),
    [listen, topic],
  );
}

export const useConnected = (): boolean => useContext(Connection).connected;
