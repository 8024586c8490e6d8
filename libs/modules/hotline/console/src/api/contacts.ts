/** Calls of the contact routes. */
import { api, type WriteOptions } from '@bihuan/console-kit';
import type { ContactView, TakeContact } from '@bihuan/hotline-contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

const ROUTE = '/api/hotline/contacts';

export const contactKey = (id: string) => ['matter', 'hotline', 'contact', id] as const;

export const takeContact = (body: TakeContact, options: WriteOptions): Promise<ContactView> =>
  api.post<ContactView>(ROUTE, body, options);

export const actOnContact = (id: string, action: string, body: unknown, options: WriteOptions): Promise<ContactView> =>
  api.post<ContactView>(`${ROUTE}/${id}/${action}`, body, options);

export const readContact = (id: string): Promise<ContactView> => api.get<ContactView>(`${ROUTE}/${id}`);

export const useContact = (id: string): UseQueryResult<ContactView> =>
  useQuery({ queryKey: contactKey(id), queryFn: () => readContact(id) });
