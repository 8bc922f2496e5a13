/** Two small texts compared for real: keys and buttons go through the changes, unchanged clauses fold away, sides are told apart. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { App } from 'antd';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alignTexts } from '../../../../indexer/aligning/align-texts.ts';
import { compareChoices } from '../../../../indexer/comparing.ts';
import type { CompareState } from '../../../../renderer/features/compare/compare-state.ts';
import { Comparison } from '../../../../renderer/features/compare/comparison.tsx';

const LEFT =
  '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 停车场应当公示收费标准和投诉电话。\n第三条 本办法有效期三年。';
const RIGHT =
  '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 停车场应当明码公示收费标准和投诉电话。\n第三条 鼓励机关和企业错时开放停车泊位。\n第四条 本办法有效期五年。';
const comparison = await compareChoices(
  { catalogue: { document: () => null, provisions: () => [] }, align: alignTexts },
  { text: LEFT, name: '' },
  { text: RIGHT, name: '' },
);

function Page() {
  const [state, setState] = useState<CompareState>({ left: 'a', right: 'b', view: 'side', onlyChanges: false });
  return (
    <MemoryRouter>
      <App>
        <Comparison
          comparison={comparison}
          state={state}
          onChange={(part) => setState((before) => ({ ...before, ...part }))}
        />
      </App>
    </MemoryRouter>
  );
}

beforeEach(() => {
  render(<Page />);
});
afterEach(cleanup);

const press = (key: string, shiftKey = false): boolean => fireEvent.keyDown(document.body, { key, shiftKey });
const now = (): string | null => document.querySelector('section[data-now]')?.textContent ?? null;
const listed = (): HTMLElement => screen.getByRole('navigation', { name: '变化清单' });

describe('the comparison page', () => {
  it.each([
    [['n'], '明码'],
    [['F8', 'n'], '错时'],
    [['n', 'n', 'n', 'n'], '明码'],
    [['p'], '五'],
    [['n', 'n', 'p'], '明码'],
  ])('%j goes to the change with %s', (keys, words) => {
    for (const key of keys) press(key);
    expect(now()).toContain(words);
  });

  it('goes back by Shift + F8 and says where it is', () => {
    press('F8');
    press('F8');
    press('F8', true);
    expect(now()).toContain('明码');
    expect(screen.getByText('第 1 处，共 3 处')).toBeTruthy();
  });

  it('goes to a change that is pressed in the list', () => {
    fireEvent.click(within(listed()).getByText('第三条 → 第四条'));
    expect(now()).toContain('有效期');
  });

  it('marks on each side only what that side has', () => {
    const gone = Array.from(document.querySelectorAll('section del'), ({ textContent }) => textContent);
    const fresh = Array.from(document.querySelectorAll('section ins'), ({ textContent }) => textContent);
    expect(gone).toEqual(['三']);
    expect(fresh).toContain('五');
  });

  it('folds away what did not change, and opens it again', () => {
    fireEvent.click(screen.getByLabelText('只看变化'));
    expect(screen.queryByText(/规范停车秩序/)).toBeNull();
    fireEvent.click(screen.getByText(/条未变，点击展开/));
    expect(screen.getAllByText(/规范停车秩序/).length).toBeGreaterThan(0);
  });
});
