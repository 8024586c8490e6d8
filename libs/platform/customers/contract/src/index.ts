/** What the customers room takes and answers over HTTP, shared with the console. */
export * from './permissions';
export * from './customer.dto';
export * from './customer.view';
