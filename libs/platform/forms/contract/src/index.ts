/** What the forms room gives to its server and to the console. */
export * from './permissions';
export * from './printers.dto';
export * from './templates.dto';
