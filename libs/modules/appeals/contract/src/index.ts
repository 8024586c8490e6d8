/** Shared by the appeals module's own server and console. */
export * from './permissions';
export * from './appeal-words.dto';
export * from './appeal-input.dto';
export * from './appeal-view.dto';
export * from './contact-person.dto';
export * from './circulation.dto';
export * from './section.dto';
