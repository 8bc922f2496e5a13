/** One facet: its values with counts, several of them to choose, each to exclude; a box to find one among many. */
import { DownOutlined, MinusCircleOutlined, RightOutlined } from '@ant-design/icons';
import { type ReactNode, useId, useState } from 'react';
import type { FacetValue } from '../../../indexer/contract.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { shownValues } from './facet-values.ts';
import styles from './facets.module.css';

const FEW = 8;

interface FacetProps {
  readonly title: string;
  /** Null while nothing is known yet. */
  readonly values: readonly FacetValue[] | null;
  readonly nameOf: (value: FacetValue) => string;
  readonly chosen: readonly string[];
  readonly excluded: (value: string) => boolean;
  readonly onToggle: (value: string) => void;
  readonly onExclude: (value: string) => void;
  /** What else belongs to it, below its values. */
  readonly children?: ReactNode;
}

export function Facet({ title, values, nameOf, chosen, excluded, onToggle, onExclude, children }: FacetProps) {
  const words = useWords();
  const format = useFormat();
  const [open, setOpen] = useState(true);
  const [all, setAll] = useState(false);
  const [looked, setLooked] = useState('');
  const id = useId();
  const known = values ?? [];
  const { shown, hidden } = shownValues({ values: known, chosen, looked, nameOf, limit: all ? null : FEW });

  if (values !== null && known.length === 0 && chosen.length === 0) return null;
  return (
    <section className={styles.facet}>
      <h2>
        <button
          type="button"
          className={styles.title}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {title}
          {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {known.length > FEW && (
          <input
            className={styles.filter}
            aria-label={words.search.facetFilter(title)}
            placeholder={words.search.facetFilter(title)}
            value={looked}
            onChange={(event) => setLooked(event.target.value)}
          />
        )}
        {values === null && <div className={styles.waiting} />}
        {values !== null && shown.length === 0 && <p className={styles.empty}>{words.search.facetNoMatch}</p>}
        <ul className={styles.values}>
          {shown.map((value) => (
            <FacetRow
              key={value.value}
              name={nameOf(value)}
              count={format.number(value.count)}
              under={value.under !== undefined}
              remark={value.joint ? words.search.joint(format.number(value.joint)) : ''}
              chosen={chosen.includes(value.value)}
              excluded={excluded(value.value)}
              onToggle={() => onToggle(value.value)}
              onExclude={() => onExclude(value.value)}
            />
          ))}
        </ul>
        {hidden > 0 && (
          <button type="button" className={styles.more} onClick={() => setAll(true)}>
            {words.search.facetMore(format.number(hidden))}
          </button>
        )}
        {all && looked === '' && shown.length > FEW && (
          <button type="button" className={styles.more} onClick={() => setAll(false)}>
            {words.common.showLess}
          </button>
        )}
        {children}
      </div>
    </section>
  );
}

interface FacetRowProps {
  readonly name: string;
  readonly count: string;
  /** It is a value of the second level. */
  readonly under: boolean;
  readonly remark: string;
  readonly chosen: boolean;
  readonly excluded: boolean;
  readonly onToggle: () => void;
  readonly onExclude: () => void;
}

function FacetRow({ name, count, under, remark, chosen, excluded, onToggle, onExclude }: FacetRowProps) {
  const words = useWords().search;
  return (
    <li className={styles.row} data-excluded={excluded || undefined} data-under={under || undefined}>
      <label className={styles.value}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span className={styles.name}>{name}</span>
        <span className={styles.count} title={remark}>
          {count}
        </span>
      </label>
      <button
        type="button"
        className={styles.exclude}
        aria-label={words.exclude(name)}
        title={words.exclude(name)}
        aria-pressed={excluded}
        onClick={onExclude}
      >
        <MinusCircleOutlined aria-hidden />
      </button>
    </li>
  );
}
