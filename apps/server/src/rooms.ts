/** The platform's rooms, each after those it stands on. They are always loaded. */
import type { Manifest } from '@bihuan/plugin-kit';
import { alarmsRoom } from '@bihuan/alarms';
import { attachmentsRoom } from '@bihuan/attachments';
import { auditRoom } from '@bihuan/audit';
import { calendarsRoom } from '@bihuan/calendars';
import { clockRoom } from '@bihuan/clock';
import { customersRoom } from '@bihuan/customers';
import { engineRoom } from '@bihuan/engine';
import { exchangeRoom } from '@bihuan/exchange';
import { formsRoom } from '@bihuan/forms';
import { httpRoom } from '@bihuan/http';
import { identityRoom } from '@bihuan/identity';
import { liveRoom } from '@bihuan/live';
import { mattersRoom } from '@bihuan/matters';
import { noticesRoom } from '@bihuan/notices';
import { numberingRoom } from '@bihuan/numbering';
import { orgRoom } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { webhooksRoom } from '@bihuan/webhooks';
import { workRoom } from '@bihuan/work';

export const PLATFORM_ROOMS: readonly Manifest[] = [
  clockRoom,
  privacyRoom,
  auditRoom,
  outboxRoom,
  httpRoom,
  attachmentsRoom,
  exchangeRoom,
  policiesRoom,
  orgRoom,
  identityRoom,
  numberingRoom,
  calendarsRoom,
  alarmsRoom,
  noticesRoom,
  workRoom,
  liveRoom,
  customersRoom,
  formsRoom,
  mattersRoom,
  webhooksRoom,
  engineRoom,
];
