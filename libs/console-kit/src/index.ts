/** The console's kit: API client, texts, clocks, tables, forms, timeline, paper, keys and the registry of pages. */
export { ApiError, type FieldProblem, type Problem } from './api/api-error';
export { address, api, onSignedOut, type ListAnswer, type Query, type WriteOptions } from './api/client';
export { newKey, useSubmit, type Submit } from './api/submit';
export { ActBar, type Act, type ActBarProps } from './form/act-bar';
export { typedValues } from './form/typed-values';
export { useSettled } from './form/use-settled';
export { WhenInput } from './form/when-input';
export { ActionForm, type ActionFormProps, type Values } from './form/action-form';
export { ConflictNote, type ConflictField } from './form/conflict';
export { dropAllDrafts, dropDraft, readDraft, useDraftWriter, writeDraft } from './form/drafts';
export { useEmployeeName, useEmployees, useUnitName, useUnits } from './house/people';
export { usePack, usePackSection, usePackWords, type ActivePack, type CodeTitle, type PackWords } from './house/pack';
export { isTask, useWork, type WorkItem } from './house/work';
export { attach, AttachmentField, type AttachmentFieldProps } from './fields/attachment-field';
export {
  ChoiceField,
  CodeField,
  useChoices,
  type Choice,
  type ChoiceFieldProps,
  type CodeFieldProps,
} from './fields/choice-field';
export { KnownCustomer } from './customer/known-customer';
export { CallerField, CustomerField, SiteField } from './fields/customer-fields';
export type { FieldName, FieldProps } from './fields/field';
export { PersonField, UnitField, type PersonFieldProps, type UnitFieldProps } from './fields/house-fields';
export { ListField, type ListFieldProps } from './fields/list-field';
export { MatterField } from './fields/matter-field';
export { MoneyField, NumberField, type NumberFieldProps } from './fields/number-fields';
export { SignatureField } from './fields/signature-field';
export { TextField, type TextFieldProps } from './fields/text-field';
export { DayField, WhenField } from './fields/when-field';
export { ReasonedField, YesNoField, type ReasonedFieldProps, type YesNoFieldProps } from './fields/yes-no-field';
export { spoken, useScripts, type ScriptText } from './house/scripts';
export { MatterActs, type ActForm, type ActTable, type MatterActsProps } from './matter/matter-acts';
export {
  matterApi,
  numberFinder,
  useKeep,
  useMatter,
  useMatters,
  type ActedView,
  type Filters,
  type MatterApi,
  type MatterLine,
  type MatterView,
} from './matter/matter-api';
export { OpenClocks, PastClocks, useMatterClocks, type MatterDeadline } from './matter/matter-clocks';
export {
  MatterListPage,
  useSavedFilters,
  type ListFilter,
  type MatterListPageProps,
  type Segment,
} from './matter/matter-list-page';
export { MatterPage, type MatterPageProps, type MatterTab, type Paper } from './matter/matter-page';
export {
  NewMatterForm,
  NewMatterPage,
  type NewMatterFormProps,
  type NewMatterPageProps,
} from './matter/new-matter-page';
export { useMover, WhoseMove, type Mover } from './matter/whose-move';
export { RegisterPage, type RegisterPageProps } from './paper/register-page';
export { kitTexts } from './i18n/kit-texts';
export { chooseLanguage, keptLanguage, setUpTexts, type Language, type Title } from './i18n/language';
export { punctuation, usePunctuation, type Punctuation } from './i18n/punctuation';
export { defineTexts, useLanguage, useTexts, useTitle, useWords, type Texts, type Translate } from './i18n/texts';
export { HotkeyProvider, KeyHint, keyLabel, keyName, useHotkeys, useShownKeys, type Hotkey } from './keys/hotkeys';
export { LiveProvider, useConnected, useTopic, type LiveMessage } from './live/live';
export { COLOURS, theme } from './look/theme';
export { Facts, Page, Section, type PageProps } from './page/page';
export { SignedRow, type Signed } from './page/signed';
export { AttachmentList } from './paper/attachments';
export { PdfPreview, type PdfPreviewProps } from './paper/pdf-preview';
export { SendingWord } from './paper/sending-word';
export { PrintPanel, type Filed, type PrintPanelProps } from './paper/print-panel';
export {
  definePages,
  firstPage,
  parseSubject,
  subjectKey,
  type FirstPage,
  type PageDefinition,
  type RoomPages,
  type RoomWords,
  type SubjectRef,
} from './registry/define-pages';
export { RoomsProvider, useRooms, useRoomWords, useSubjectPath } from './registry/rooms';
export { ScriptStrip, type ScriptStripProps } from './script/script-strip';
export { holds, SessionProvider, useCan, useMe, type Me } from './session/session';
export { EmptyNote, ErrorNote, Loaded, Waiting } from './states/states';
export { ListTable, type ListTableProps } from './table/list-table';
export { Timeline, timelineKey, type TimelineEntry } from './timeline/timeline';
export {
  elapsed,
  isOpenClock,
  moodOf,
  nearestClock,
  readClock,
  standingOf,
  type Clock,
  type ClockFace,
  type Measure,
  type Mood,
  type Standing,
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
export { useOpenClocks, type SubjectClock } from './time/subject-clocks';
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
