import { expect, it } from 'vitest';
import { Foreground } from '../../../indexer/importing/foreground.ts';

it('lets background work wait until nobody waits for an answer', async () => {
  const foreground = new Foreground();
  const order: string[] = [];
  await foreground.quiet();
  let answer = (): void => undefined;
  const asked = new Promise<void>((go) => {
    answer = go;
  });
  const searching = foreground.first(() => asked).then(() => order.push('answer'));
  const failing = foreground.first(() => Promise.reject(new Error('no'))).catch(() => order.push('failure'));
  const background = foreground.quiet().then(() => order.push('background'));
  await failing;
  answer();
  await Promise.all([searching, background]);
  expect(order[0]).toBe('failure');
  expect([...order].sort()).toEqual(['answer', 'background', 'failure']);
});

it('does not let it wait for ever', async () => {
  const foreground = new Foreground();
  void foreground.first(() => new Promise(() => undefined));
  await foreground.quiet();
});
