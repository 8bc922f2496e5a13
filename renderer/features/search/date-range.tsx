/** By which date documents are picked: the years as bars to drag over, or two days, either of which may stay open. */
import { DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { DateBy } from '../../../indexer/contract.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './facets.module.css';
import type { SearchState } from './search-state.ts';
import type { YearCount } from './year-bars.ts';
import { YearHistogram } from './year-histogram.tsx';

const ISO = 'YYYY-MM-DD';

interface DateRangeProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly dateBy: DateBy;
  readonly years: readonly YearCount[];
  readonly onChange: (change: Partial<Pick<SearchState, 'from' | 'to' | 'dateBy'>>) => void;
}

export function DateRange({ from, to, dateBy, years, onChange }: DateRangeProps) {
  const words = useWords().search;
  const today = dayjs();
  const since = (years: number): [Dayjs, Dayjs] => [today.subtract(years, 'year').add(1, 'day'), today];
  return (
    <section className={styles.facet}>
      <div className={styles.dateHead}>
        <h2 className={styles.title}>{words.facets.date}</h2>
        <Select<DateBy>
          size="small"
          variant="borderless"
          aria-label={words.dateBy}
          popupMatchSelectWidth={false}
          value={dateBy}
          options={(['written', 'published', 'effective'] as const).map((value) => ({
            value,
            label: words.dateByChoices[value],
          }))}
          onChange={(value) => onChange({ dateBy: value })}
        />
      </div>
      <YearHistogram years={years} from={from} to={to} onChange={onChange} />
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
