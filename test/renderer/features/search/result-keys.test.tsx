/** Results are walked by keys, and the keys stay letters in a field. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SEARCH_BOX_ID } from '../../../../renderer/addresses.ts';
import { focusResult, useResultKeys } from '../../../../renderer/features/search/use-result-keys.ts';

function Page() {
  useResultKeys();
  return (
    <>
      <input id={SEARCH_BOX_ID} aria-label="box" />
      <ol>
        {['一', '二', '三'].map((title) => (
          <li key={title} data-hit>
            <a href={`#${title}`} data-result>
              {title}
            </a>
            <a href="#passage">{`passage of ${title}`}</a>
          </li>
        ))}
      </ol>
    </>
  );
}

beforeEach(() => {
  render(<Page />);
});
afterEach(cleanup);

const focused = (): string | null => document.activeElement?.textContent || document.activeElement?.id || null;
const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it.each([
  [['j'], '一'],
  [['j', 'j'], '二'],
  [['j', 'ArrowDown', 'ArrowDown'], '三'],
  [['j', 'j', 'j', 'j', 'j'], '三'],
  [['j', 'j', 'k'], '一'],
  [['j', 'ArrowUp'], SEARCH_BOX_ID],
  [['j', 'j', 'Escape'], SEARCH_BOX_ID],
])('%j goes to %s', (keys, expected) => {
  for (const key of keys) press(key);
  expect(focused()).toBe(expected);
});

it('steps from a passage to the title of the next result', () => {
  screen.getByText('passage of 一').focus();
  press('ArrowDown');
  expect(focused()).toBe('二');
});

it('leaves letters and arrows to the box', () => {
  document.getElementById(SEARCH_BOX_ID)?.focus();
  expect(press('j')).toBe(true);
  expect(press('ArrowDown')).toBe(true);
  expect(focused()).toBe(SEARCH_BOX_ID);
});

it('lets the arrows scroll the page as long as no result has the focus', () => {
  expect(press('ArrowDown')).toBe(true);
});

it('goes from the box to the first result', () => {
  focusResult(0);
  expect(focused()).toBe('一');
});
