/** Shared by the complaints module's own server and console. */
export * from './permissions';
export * from './complaint.dto';
export * from './complaint-acts.dto';
export * from './complaint-view.dto';
export * from './supervision.dto';
export * from './sanction.dto';
export * from './circulation.dto';
export * from './repairs.dto';
export * from './lists.dto';
