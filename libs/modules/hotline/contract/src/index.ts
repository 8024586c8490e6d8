/** Shared by the hotline's own server and console. */
export * from './permissions';
export * from './contact.dto';
export * from './problem-form.dto';
