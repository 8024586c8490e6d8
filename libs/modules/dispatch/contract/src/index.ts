/** Shared by the dispatch module's own server and console. */
export * from './permissions';
export * from './section.dto';
export * from './sheet.dto';
export * from './work-order.dto';
export * from './acts.dto';
export * from './board.dto';
