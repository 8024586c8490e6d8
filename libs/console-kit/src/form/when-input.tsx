/** A date and time typed as `2026-09-18 14:00` on the suite's wall clock, whatever zone the browser is in. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const WALL = 'YYYY-MM-DD HH:mm';

/** Value and change are plain text, so that a draft keeps it; `wallToIso` makes the instant of it. */
export function WhenInput(props: {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}) {
  const { id, value, onChange } = props;
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      className="bh-when"
      showTime={{ format: 'HH:mm', minuteStep: 5, hideDisabledOptions: true }}
      format={[WALL, 'YYYY-MM-DD H:mm', 'YYYYMMDD HH:mm', 'YYYYMMDDHHmm']}
      value={value ? dayjs(value, WALL) : null}
      onChange={(day) => onChange?.(day ? day.format(WALL) : undefined)}
      needConfirm={false}
    />
  );
}
