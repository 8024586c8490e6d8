/** What changed on the server is read again where it is shown; nothing polls (DLN-6). */
import { useTopic, type SubjectRef } from '@bihuan/console-kit';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';

/** Gathers a burst of messages into one reading, milliseconds. */
const GATHER = 300;

/** Lists that follow a topic, those of the matter whose clock moved among them, and the open matters: a change of somebody's work is a change of a matter on it. */
export function useLiveRefresh(): void {
  const again = useGathered();
  useTopic('work', () => {
    again(['work']);
    again(['matter']);
  });
  useTopic('notices', () => again(['notices']));
  useTopic<{ readonly subject: SubjectRef }>('deadlines', (rows) => {
    again(['work']);
    again(['deadlines']);
    if (!rows) again(['matter']);
    for (const { subject } of rows ?? []) {
      again(['matter', subject.module, subject.kind, subject.id]);
      again(['matter', subject.module, `${subject.kind}-list`]);
    }
  });
}

function useGathered(): (key: QueryKey) => void {
  const client = useQueryClient();
  const waiting = useRef(new Map<string, QueryKey>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return (key) => {
    waiting.current.set(JSON.stringify(key), key);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const keys = [...waiting.current.values()];
      waiting.current.clear();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    }, GATHER);
  };
}
