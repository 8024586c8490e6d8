/** Calls between processes that concern notices. */

/** Wakes the pumps of outer channels. */
export const NOTICES_CHANNEL = 'bihuan_notices';

/** Names of those pumps: to people of the house, and to customers. */
export const NOTICE_PUMPS = ['notices', 'customer-notices'] as const;

/** Console streams listen here; the payload is `notices:<employee id>`. */
export const LIVE_CHANNEL = 'bihuan_live';
