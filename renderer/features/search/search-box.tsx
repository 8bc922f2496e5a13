/**
 * The box that everything starts at. It searches while the reader types, a moment after each key, and never while an input
 * method composes: neither `jiao yu` nor the Enter that chooses 教育 searches for anything.
 */
import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { SEARCH_BOX_ID } from '../../addresses.ts';
import { useComposing } from '../../ui/use-composing.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './search-box.module.css';

export const TYPING_PAUSE_MS = 120;

interface SearchBoxProps {
  /** The query in the address. */
  readonly q: string;
  readonly onType: (q: string) => void;
  readonly onSubmit: (q: string) => void;
  /** The reader wants to go on to the results. */
  readonly onLeave: () => void;
}

export function SearchBox({ q, onType, onSubmit, onLeave }: SearchBoxProps) {
  const words = useWords().search;
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const said = useRef(q);
  const composing = useComposing(() => later(input.current?.value ?? ''));

  // The address changed by other hands (back, a chip, a suggestion): the box follows. Its own words come back as they are.
  useEffect(() => {
    if (q === said.current) return;
    said.current = q;
    clearTimeout(timer.current);
    setText(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const later = (value: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (value === said.current) return;
      said.current = value;
      onType(value);
    }, TYPING_PAUSE_MS);
  };
  // Whoever turns to a filter at once has typed to the end: what the pause still held back goes first.
  const leave = (): void => {
    clearTimeout(timer.current);
    if (composing.now() || text === said.current) return;
    said.current = text;
    onType(text);
  };
  const submit = (value: string): void => {
    clearTimeout(timer.current);
    said.current = value;
    onSubmit(value);
  };
  const clear = (): void => {
    setText('');
    submit('');
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (composing.owns(event)) return;
    if (event.key === 'Enter') submit(text);
    else if (event.key === 'Escape' && text !== '') clear();
    else if (event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <search className={styles.box}>
      <SearchOutlined aria-hidden className={styles.glass} />
      <input
        ref={input}
        id={SEARCH_BOX_ID}
        className={styles.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        aria-label={words.label}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.now()) later(event.target.value);
        }}
        onKeyDown={press}
        onBlur={leave}
        {...composing.props}
      />
      {text === '' ? (
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      ) : (
        <button type="button" className={styles.clear} aria-label={words.clear} onClick={clear}>
          <CloseCircleFilled aria-hidden />
        </button>
      )}
    </search>
  );
}
