/** Calls of the contact routes. */
import { matterApi } from '@bihuan/console-kit';
import type { ContactView } from '@bihuan/hotline-contract';

export const contacts = matterApi<ContactView>({ module: 'hotline', kind: 'contact', route: '/api/hotline/contacts' });
