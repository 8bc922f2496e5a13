/** When little or nothing was found: what may have been meant, what stands in the way, and which titles come nearest. */
import { Link } from 'react-router';
import type { SearchHelp } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './help.module.css';
import { applyChange, type SearchState } from './search-state.ts';

interface HelpProps {
  readonly state: SearchState;
  readonly help: SearchHelp;
  readonly onChange: (next: SearchState) => void;
}

/** 您是不是要找 */
export function DidYouMean({ state, help, onChange }: HelpProps) {
  const words = useWords().search.help;
  const format = useFormat();
  if (help.didYouMean.length === 0) return null;
  return (
    <p className={styles.meant}>
      {words.didYouMean}
      {help.didYouMean.map(({ typed, meant, reason, total, change }) => (
        <button
          key={`${typed} ${meant}`}
          type="button"
          title={reason === 'sound' ? words.sameSound(typed) : words.slip(typed)}
          onClick={() => onChange(applyChange(state, change))}
        >
          {meant}
          <span>{format.number(total)}</span>
        </button>
      ))}
    </p>
  );
}

/** Each part that can be given up, with what there is without it. */
export function Blockers({ state, help, onChange }: HelpProps) {
  const words = useWords().search;
  const format = useFormat();
  if (help.blockers.length === 0) return null;
  return (
    <section className={styles.block}>
      <h3>{words.help.blockers}</h3>
      <ul>
        {help.blockers.map(({ kind, text, total, change }) => (
          <li key={`${kind} ${text}`}>
            <button type="button" onClick={() => onChange(applyChange(state, change))}>
              {text === '' ? words.clearAll : words.help.without(text)}
            </button>
            <span>{words.total(format.number(total), words.units[state.unit])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NearestTitles({ help }: Pick<HelpProps, 'help'>) {
  const words = useWords().search.help;
  if (help.nearestTitles.length === 0) return null;
  return (
    <section className={styles.block}>
      <h3>{words.nearestTitles}</h3>
      <ul>
        {help.nearestTitles.map(({ id, title, number, writtenOn }) => (
          <li key={id}>
            <Link to={documentAddress(id)}>{title}</Link>
            {(number ?? writtenOn) !== null && <span>{number ?? writtenOn}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
