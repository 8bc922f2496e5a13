/** The range of dates that a document was written in; either end may stay open. */
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWords } from '../../words/use-words.ts';
import styles from './facets.module.css';

const ISO = 'YYYY-MM-DD';

interface DateRangeProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly onChange: (days: { readonly from: string | null; readonly to: string | null }) => void;
}

export function DateRange({ from, to, onChange }: DateRangeProps) {
  const words = useWords().search;
  const today = dayjs();
  const since = (years: number): [Dayjs, Dayjs] => [today.subtract(years, 'year').add(1, 'day'), today];
  return (
    <section className={styles.facet}>
      <h2 className={styles.title}>{words.facets.date}</h2>
      <DatePicker.RangePicker
        className={styles.range ?? ''}
        size="small"
        allowEmpty={[true, true]}
        value={[from === null ? null : dayjs(from), to === null ? null : dayjs(to)]}
        placeholder={[words.dateFrom, words.dateTo]}
        aria-label={words.facets.date}
        presets={[
          { label: words.datePresets.thisYear, value: [today.startOf('year'), today] },
          { label: words.datePresets.threeYears, value: since(3) },
          { label: words.datePresets.fiveYears, value: since(5) },
        ]}
        onChange={(days) => onChange({ from: days?.[0]?.format(ISO) ?? null, to: days?.[1]?.format(ISO) ?? null })}
      />
    </section>
  );
}
