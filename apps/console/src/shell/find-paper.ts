/** The record of a paper by the number scanned off it, where no room knows the number as a record's own (NUM-2). */
import { api, type ListAnswer, type RoomPages, type SubjectRef } from '@bihuan/console-kit';

/** Letters, digits and dashes with some digits: nothing that a name or a phone with blanks looks like. */
const NUMBER = /^(?=.*\d{4})[A-Z0-9-]{6,40}$/i;

/** Addresses of the records; none where the text is no number. */
export async function findPaper(text: string, rooms: readonly RoomPages[]): Promise<string[]> {
  // A phone number is nobody's paper, and must not stand in an address.
  if (!NUMBER.test(text) || /^(\d{7,8}|0\d{9,11}|1\d{10})$/.test(text)) return [];
  const { data } = await api.get<ListAnswer<{ readonly subject: SubjectRef }>>('/api/forms/papers', {
    'filter[number]': text,
  });
  return data.flatMap(({ subject: { module, kind, id } }) => {
    const path = rooms.find(({ room }) => room === module)?.subjects?.[kind];
    return path ? [path(id)] : [];
  });
}
