/** Integration events by publisher (EVT-1). */
export * from './define-event';
export * from './case-fact';
export * from './matter-frame';
export * from './alarms';
export * from './hotline';
export * from './dispatch';
export * from './complaints';
export * from './appeals';
export * from './revisit';
export * from './appraisal';
export * from './reporting';
export * from './catalogue';
