/** Permission ids of the customers room; their titles are in the manifest. */
export const CUSTOMERS_PERMISSIONS = {
  read: 'customers.customer.read',
  edit: 'customers.customer.edit',
  erase: 'customers.customer.erase',
} as const;
