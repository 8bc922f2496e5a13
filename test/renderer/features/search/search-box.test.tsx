/** The box searches while one types, but leaves everything to the input method while that composes. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchBox, TYPING_PAUSE_MS } from '../../../../renderer/features/search/search-box.tsx';

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(q = ''): HTMLInputElement {
  const box = (value: string) => (
    <SearchBox
      q={value}
      onType={(text) => said.push(`type ${text}`)}
      onSubmit={(text) => said.push(`submit ${text}`)}
      onLeave={() => said.push('leave')}
    />
  );
  const { rerender } = render(box(q));
  backTo = (value) => rerender(box(value));
  return screen.getByRole('textbox');
}
let backTo: (q: string) => void = () => undefined;

const type = (input: HTMLInputElement, value: string): void => {
  fireEvent.change(input, { target: { value } });
};
const pause = (): void => {
  vi.advanceTimersByTime(TYPING_PAUSE_MS + 1);
};

describe('typing', () => {
  it('searches once, a moment after the last key', () => {
    const input = open();
    type(input, '电');
    vi.advanceTimersByTime(TYPING_PAUSE_MS / 2);
    type(input, '电梯');
    pause();
    expect(said).toEqual(['type 电梯']);
  });

  it('searches at once on Enter, and not again afterwards', () => {
    const input = open();
    type(input, '电梯');
    fireEvent.keyDown(input, { key: 'Enter' });
    pause();
    expect(said).toEqual(['submit 电梯']);
  });

  it('searches at once for what was typed when the reader turns to a filter', () => {
    const input = open();
    type(input, '电梯');
    fireEvent.blur(input);
    expect(said).toEqual(['type 电梯']);
    pause();
    expect(said).toEqual(['type 电梯']);
  });

  it('clears on Esc and goes on to the results on ↓', () => {
    const input = open('电梯');
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(said).toEqual(['leave', 'submit ']);
    expect(input.value).toBe('');
  });

  it('shows what the address says when somebody goes back', () => {
    const input = open('电梯');
    backTo('住宅');
    expect(input.value).toBe('住宅');
  });
});

describe('an input method', () => {
  it('searches for nothing while it composes jiaoyu, then once for 教育', () => {
    const input = open();
    fireEvent.compositionStart(input);
    for (const value of ['j', 'ji', 'jiao', 'jiao y', 'jiao yu']) {
      type(input, value);
      pause();
    }
    expect(said).toEqual([]);
    type(input, '教育');
    fireEvent.compositionEnd(input);
    pause();
    expect(said).toEqual(['type 教育']);
  });

  it.each([
    ['while composing', { key: 'Enter' }],
    ['marked as composing', { key: 'Enter', isComposing: true }],
    ['with the key code 229 that Chromium gives', { key: 'Enter', keyCode: 229 }],
  ])('keeps the Enter that it needs: %s', (what, key) => {
    const input = open();
    if (what === 'while composing') fireEvent.compositionStart(input);
    type(input, '教育');
    fireEvent.keyDown(input, key);
    expect(said.filter((one) => one.startsWith('submit'))).toEqual([]);
  });

  it('leaves the next Enter to us', () => {
    const input = open();
    fireEvent.compositionStart(input);
    type(input, '教育');
    fireEvent.compositionEnd(input);
    fireEvent.keyDown(input, { key: 'Enter' });
    pause();
    expect(said).toEqual(['submit 教育']);
  });
});
