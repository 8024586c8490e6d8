/** Transition tables: which actions a state allows and where each leads, said once and read by API, rules and page. */

/** A row a state, an entry an action it allows, its value the state it leads to. */
export type TransitionTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

export interface Transitions<State extends string, Action extends string> {
  /** Actions allowed in the state, in the order of the table; empty in a final state. */
  allowedActions(state: State): readonly Action[];
  allows(state: State, action: Action): boolean;
  /** The state the action leads to, or null where it is not allowed now. */
  next(state: State, action: Action): State | null;
  /** The states from which the action is allowed. */
  statesThatAllow(action: Action): readonly State[];
}

const keysOf = <Key extends string>(value: Readonly<Partial<Record<Key, unknown>>>): Key[] =>
  Object.keys(value) as Key[];

/** Reads a table. An action that leaves the state as it is leads to the same state. */
export function transitions<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
): Transitions<State, Action> {
  const rowOf = (state: State): Readonly<Partial<Record<Action, State>>> => {
    if (!Object.hasOwn(table, state)) throw new RangeError(`no such state: ${state}`);
    return table[state];
  };
  const next = (state: State, action: Action): State | null => {
    const row = rowOf(state);
    return Object.hasOwn(row, action) ? (row[action] ?? null) : null;
  };
  return {
    allowedActions: (state) => keysOf<Action>(rowOf(state)),
    allows: (state, action) => next(state, action) !== null,
    next,
    statesThatAllow: (action) => keysOf<State>(table).filter((state) => next(state, action) !== null),
  };
}
