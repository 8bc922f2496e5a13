/** What the reader sees and copies is the text, with marks only where they belong. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Highlighted } from '../../../renderer/ui/highlighted.tsx';

afterEach(cleanup);

it('draws the text whole, its hits marked and the current one told apart', () => {
  const text = '第六条　既有住宅增设电梯应当听取业主的意见，增设电梯后';
  const { container } = render(
    <Highlighted
      text={text}
      ranges={[
        [8, 12],
        [22, 26],
      ]}
      now={1}
    />,
  );
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['增设电梯', '增设电梯']);
  expect(container.querySelectorAll('mark[data-now]')).toHaveLength(1);
  expect(container.querySelectorAll('mark')[1]?.hasAttribute('data-now')).toBe(true);
});

it('draws a part, and keeps the count of the whole', () => {
  const { container } = render(
    <Highlighted
      text="第六条　电梯"
      ranges={[
        [0, 3],
        [4, 6],
      ]}
      now={1}
      part={[4, 6]}
    />,
  );
  expect(container.textContent).toBe('电梯');
  expect(container.querySelector('mark[data-now]')?.textContent).toBe('电梯');
});
