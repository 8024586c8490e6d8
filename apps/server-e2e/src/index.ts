/** What other end-to-end tests share with these: the suite played on a manual clock. */
export * from './support/suite';
export * from './support/clocks';
export * from './support/hotline';
export * as appealStory from './support/appeals';
export * as complaintStory from './support/complaints';
export * as orderStory from './support/dispatch';
