/** Migrations of the complaints module, oldest first. */
import type { Migration } from '@bihuan/plugin-kit';
import { complaintsTable } from './1760000032000-complaints';
import { complaintsOrders } from './1760000032001-complaints-orders';

export const complaintsMigrations: readonly Migration[] = [complaintsTable, complaintsOrders];
