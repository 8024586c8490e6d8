/** The console's kit: API client, texts, clocks, tables, forms, timeline, paper, keys and the registry of pages. */
export { ApiError, type FieldProblem, type Problem } from './api/api-error';
export { address, api, onSignedOut, type ListAnswer, type Query, type WriteOptions } from './api/client';
export { newKey, useSubmit, type Submit } from './api/submit';
export { ActBar, typedValues, type Act, type ActBarProps } from './form/act-bar';
export { WhenInput } from './form/when-input';
export { ActionForm, type ActionFormProps, type Values } from './form/action-form';
export { ConflictNote, type ConflictField } from './form/conflict';
export { dropAllDrafts, dropDraft, readDraft, useDraftWriter, writeDraft } from './form/drafts';
export { useEmployeeName, useEmployees, useUnitName, useUnits } from './house/people';
export { usePack, usePackSection, usePackWords, type ActivePack, type CodeTitle, type PackWords } from './house/pack';
export { isTask, useWork, type WorkItem } from './house/work';
export { kitTexts } from './i18n/kit-texts';
export { chooseLanguage, keptLanguage, setUpTexts, type Language, type Title } from './i18n/language';
export { defineTexts, useLanguage, useTexts, useTitle, useWords, type Texts, type Translate } from './i18n/texts';
export { HotkeyProvider, KeyHint, keyLabel, keyName, useHotkeys, useShownKeys, type Hotkey } from './keys/hotkeys';
export { LiveProvider, useConnected, useTopic, type LiveMessage } from './live/live';
export { COLOURS, theme } from './look/theme';
export { Facts, Page, Section, type PageProps } from './page/page';
export { PdfPreview, type PdfPreviewProps } from './paper/pdf-preview';
export { PrintPanel, type Filed, type PrintPanelProps } from './paper/print-panel';
export {
  definePages,
  parseSubject,
  subjectKey,
  type PageDefinition,
  type RoomPages,
  type RoomWords,
  type SubjectRef,
} from './registry/define-pages';
export { RoomsProvider, useRooms, useRoomWords, useSubjectPath } from './registry/rooms';
export { holds, SessionProvider, useCan, useMe, type Me } from './session/session';
export { EmptyNote, ErrorNote, Loaded, Waiting } from './states/states';
export { ListTable, type ListTableProps } from './table/list-table';
export { Timeline, timelineKey, type TimelineEntry } from './timeline/timeline';
export { mergeClocks, useBoardClocks, type BoardClock } from './time/board-clocks';
export {
  elapsed,
  isOpenClock,
  nearestClock,
  readClock,
  type Clock,
  type ClockFace,
  type Measure,
  type Mood,
} from './time/clock';
export { DeadlineBadge, Ring, type DeadlineBadgeProps } from './time/deadline-badge';
export {
  formatDay,
  formatDuration,
  formatInstant,
  formatPhone,
  formatShort,
  wallClock,
  wallToIso,
  ZONE,
} from './time/format';
export { isClockStanding, setSuiteTime, suiteNow } from './time/server-clock';
export { MatterClock, matterClock, type MatterClockProps } from './time/matter-clock';
export { useManualClock } from './time/manual-clock';
export { useNow } from './time/use-now';
export { measureOf, type CalendarDay } from './time/open-time';
export { useMeasure } from './time/working-time';
export {
  listOf,
  refusal,
  serveFixtures,
  type Fixture,
  type Fixtures,
  type FixtureServer,
  type Sent,
} from './testing/fixture-server';
export { officer, PageFrame, type PageFrameProps } from './testing/page-frame';
