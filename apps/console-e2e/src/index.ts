/** Clerks' real work in a real browser; nothing is exported. */
export {};
