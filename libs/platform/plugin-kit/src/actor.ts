/** Who acts: a person with permissions, or a named part of the suite itself (IDN-2, IDN-3). */

/** How far a permission reaches (IDN-2). */
export type Scope = 'own' | 'unit' | 'unit-and-below' | 'all';

/** A person who is logged in. */
export interface UserActor {
  readonly kind: 'user';
  readonly userId: string;
  readonly employeeId: string;
  /** Name for timeline and forms. */
  readonly name: string;
  readonly unitId: string;
  /** Further units in which the person holds the same position (a manager of two departments). */
  readonly furtherUnitIds?: readonly string[];
  /** The person's units and everything below them, his own unit first. */
  readonly unitsBelow: readonly string[];
  /** Hotline officer number, width 2–3 (NUM-1); absent for people who take no calls. */
  readonly officerNumber?: string;
  /** Permission id → widest scope. */
  readonly permissions: ReadonlyMap<string, Scope>;
  readonly ip?: string;
  readonly requestId?: string;
}

/** The suite itself: a deadline, a subscriber, a set-up step. */
export interface SystemActor {
  readonly kind: 'system';
  /** Stable English name such as `deadlines`, shown in the timeline by its title. */
  readonly name: string;
}

export type Actor = UserActor | SystemActor;

export const systemActor = (name: string): SystemActor => ({ kind: 'system', name });

/** Employee id of a person, `null` for the suite. */
export const employeeOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.employeeId : null);
