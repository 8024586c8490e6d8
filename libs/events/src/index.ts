/** Integration events by publisher (EVT-1). */
export * from './define-event';
export * from './hotline';
export * from './revisit';
export * from './catalogue';
