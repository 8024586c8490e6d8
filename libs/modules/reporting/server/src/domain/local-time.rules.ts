/** The company's wall clock: local day and hour of an instant, and the instant of a local day and time. */

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timezone: string): Intl.DateTimeFormat => {
  const known = formats.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timezone, made);
  return made;
};

const wallOf = (at: Date, timezone: string): { day: string; hour: number; ms: number } => {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    day,
    hour: Number(part('hour')),
    ms: Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`),
  };
};

export function localOf(at: Date, timezone: string): { readonly day: string; readonly hour: number } {
  const { day, hour } = wallOf(at, timezone);
  return { day, hour };
}

/** @param time `00:10`; a time that the clock skips is as much later as the clock jumped */
export function instantOf(day: string, time: string, timezone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offset = (ms: number): number => wallOf(new Date(ms), timezone).ms - ms;
  const first = wall - offset(wall);
  return new Date(wall - offset(first));
}
