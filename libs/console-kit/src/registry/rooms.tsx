/** The rooms that are mounted, for whoever must word or address a matter of any of them. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useTitle } from '../i18n/texts';
import type { RoomPages, RoomWords, SubjectRef } from './define-pages';

const Rooms = createContext<readonly RoomPages[]>([]);

export function RoomsProvider({
  rooms,
  children,
}: {
  readonly rooms: readonly RoomPages[];
  readonly children: ReactNode;
}) {
  return <Rooms.Provider value={rooms}>{children}</Rooms.Provider>;
}

export const useRooms = (): readonly RoomPages[] => useContext(Rooms);

/** Address of a matter, `undefined` where its room is not mounted. */
export function useSubjectPath(): (subject: SubjectRef) => string | undefined {
  const rooms = useRooms();
  return useMemo(() => {
    const byRoom = new Map(rooms.map((room) => [room.room, room.subjects ?? {}]));
    return ({ module, kind, id }) => byRoom.get(module)?.[kind]?.(id);
  }, [rooms]);
}

/** Words of whichever room owns the code; the code itself where none does. */
export function useRoomWords(): (module: string, part: keyof RoomWords, code: string) => string {
  const rooms = useRooms();
  const title = useTitle();
  return useMemo(() => {
    const byRoom = new Map(rooms.map((room) => [room.room, room.words]));
    const platform = byRoom.get('platform');
    return (module, part, code) => title(byRoom.get(module)?.[part][code] ?? platform?.[part][code] ?? code);
  }, [rooms, title]);
}
