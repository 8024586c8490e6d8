/**
 * @bihuan/domain — pure rules of the suite: working time (CAL), deadlines (DLN), numbers (NUM), transition tables.
 * No Nest, no I/O, no clock: `now` is always an argument.
 */
export { DomainError, type Texts } from './errors';
export { CalendarError, type CalendarErrorCode } from './calendar/calendar.errors';
export {
  DEFAULT_TIMEZONE,
  UNCONFIRMED_CLOSED,
  WEEKDAYS,
  type CalendarDefinition,
  type DayRule,
  type LocalDate,
  type Weekday,
  type WeeklyHours,
  type Window,
} from './calendar/definition';
export { WorkingCalendar, compileCalendar, type CalendarDay } from './calendar/working-calendar';
export type { Pause } from './calendar/pauses';
export {
  checkDuration,
  dueAt,
  isDueProvisional,
  isElapsed,
  type Duration,
  type DurationUnit,
} from './calendar/duration';
export { answerCalendarQuestion, parseInstant, type CalendarAnswer, type CalendarQuestion } from './calendar/question';
export { wallTime } from './calendar/wall-time';
export { statutoryCalendar, type StatutoryCalendar, type StatutoryDay } from './calendar/statutory';
export {
  DEFAULT_WARN_SHARE,
  checkPolicy,
  type DeadlinePolicy,
  type DeadlineTerms,
  type PolicyStep,
  type StepAction,
  type StepTime,
} from './deadlines/policy';
export { checkPredicate, holds, type Facts, type Predicate } from './deadlines/predicate';
export {
  chooseTerms,
  type Bounds,
  type ChosenTerms,
  type LimitTable,
  type PolicyVariant,
  type VariedLimit,
} from './deadlines/variants';
export { DeadlineError } from './deadlines/deadline.errors';
export { isCutOff, measure, nextRepeat, wholeSecond, type ArmedStep, type DeadlineContext } from './deadlines/timing';
export {
  arm,
  judge,
  latenessSeconds,
  pause,
  rePromise,
  recompute,
  resume,
  secondsLeft,
  shareUsed,
  type RePromise,
  type RunningDeadline,
} from './deadlines/deadline';
export { deadlineStates, stateAt, type DeadlineAction, type DeadlineState } from './deadlines/deadline-state';
export { NumberingError } from './numbering/numbering.errors';
export {
  formatNumber,
  frameOf,
  parsePattern,
  scopeOf,
  type FormattedNumber,
  type NumberFrame,
  type NumberPattern,
  type NumberSource,
} from './numbering/pattern';
export { tallyStrokes, type Tally } from './numbering/tally';
export { transitions, type TransitionTable, type Transitions } from './transitions/transitions';
export { fullSeats, heldIn, seatsOf, type Holder, type Place, type Post, type Seats } from './posts/posts';
export {
  deductionScore,
  meanPercentScore,
  perCaseScore,
  scaledMeanScore,
  shareScore,
  type Share,
} from './scoring/formulas';
export { sumOfPoints, toHundredths, within } from './scoring/points';
