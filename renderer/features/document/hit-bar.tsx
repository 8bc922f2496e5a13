/** Finding within the text: the words, how many places, and the way from one to the next. */
import { DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FIND_BOX_ID } from '../../addresses.ts';
import { useComposing } from '../../ui/use-composing.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './bar.module.css';
import type { Reading } from './use-reader.ts';

const TYPING_PAUSE_MS = 150;

export function HitBar({ reading }: { readonly reading: Reading }) {
  const { q, navigation, hitsKnown, find } = reading;
  const words = useWords().document;
  const format = useFormat();
  const [text, setText] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const composing = useComposing(() => later(input.current?.value ?? ''));
  useEffect(() => setText(q), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (value: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => find(value), TYPING_PAUSE_MS);
  };
  const press = (event: KeyboardEvent): void => {
    if (composing.owns(event)) return;
    if (event.key === 'Enter') navigation.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };
  const { index, count, step } = navigation;
  return (
    <search className={styles.find}>
      <SearchOutlined aria-hidden />
      <input
        ref={input}
        id={FIND_BOX_ID}
        className={styles.input}
        aria-label={words.find}
        placeholder={words.findPlaceholder}
        value={text}
        maxLength={500}
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.now()) later(event.target.value);
        }}
        onKeyDown={press}
        {...composing.props}
      />
      <span className={styles.counter} role="status">
        {q !== '' && count > 0 && words.hits(format.number(index + 1), format.number(count))}
        {q !== '' && count === 0 && hitsKnown && words.noHits}
      </span>
      <Button
        type="text"
        size="small"
        disabled={count === 0}
        aria-label={words.previousHit}
        title={words.previousHit}
        icon={<UpOutlined aria-hidden />}
        onClick={() => step(-1)}
      />
      <Button
        type="text"
        size="small"
        disabled={count === 0}
        aria-label={words.nextHit}
        title={words.nextHit}
        icon={<DownOutlined aria-hidden />}
        onClick={() => step(1)}
      />
    </search>
  );
}
