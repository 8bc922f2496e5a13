/** A line of queries to start from, where suggestions stand once the reader types. */
import { Link } from 'react-router';
import { searchAddress } from '../../addresses.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './suggestions.module.css';

export function Examples() {
  const words = useWords().search;
  return (
    <div className={styles.line}>
      <span className={styles.label}>{words.examples}</span>
      <ul className={styles.list}>
        {words.exampleQueries.map((query) => (
          <li key={query}>
            <Link className={styles.suggestion} to={searchAddress({ q: query })}>
              {query}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
