/** What the bench shares with the end-to-end tests: a real browser before the console. */
export * from './support/browser';
