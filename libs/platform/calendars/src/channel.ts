/** Wake-up channel: every process drops what it compiled. */
export const CALENDARS_CHANNEL = 'bihuan_calendars';
