/** A day of the calendar, picked or typed in any way that people write days. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** The first is how a day is shown; all are understood. */
const FORMATS = ['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY年M月D日', 'YYYY.M.D', 'YYYY/M/D'];

interface DayFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** ISO day or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ id, label, placeholder = label, value, onChange }: DayFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value === '' ? null : dayjs(value)}
      format={FORMATS}
      onChange={(day) => onChange(day === null ? '' : day.format('YYYY-MM-DD'))}
    />
  );
}
