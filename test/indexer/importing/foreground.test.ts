import { expect, it } from 'vitest';
import { Foreground } from '../../../indexer/importing/foreground.ts';

it('lets background work wait until nobody waits for an answer', async () => {
  const foreground = new Foreground();
  const order: string[] = [];
  const quiet = foreground.background();
  await quiet();
  let answer = (): void => undefined;
  const asked = new Promise<void>((go) => {
    answer = go;
  });
  const searching = foreground.first(() => asked).then(() => order.push('answer'));
  const failing = foreground.first(() => Promise.reject(new Error('no'))).catch(() => order.push('failure'));
  const background = quiet().then(() => order.push('background'));
  await failing;
  answer();
  await Promise.all([searching, background]);
  expect(order[0]).toBe('failure');
  expect([...order].sort()).toEqual(['answer', 'background', 'failure']);
});

it('does not let it wait for ever', async () => {
  const foreground = new Foreground();
  void foreground.first(() => new Promise(() => undefined));
  await foreground.background()();
});

it('stands back for a while after an answer, and not before the first', async () => {
  const orderOf = async (foreground: Foreground): Promise<string[]> => {
    const order: string[] = [];
    const background = foreground
      .background()()
      .then(() => order.push('background'));
    const turn = new Promise((go) => setImmediate(go)).then(() => order.push('turn'));
    await Promise.all([background, turn]);
    return order;
  };
  const foreground = new Foreground();
  expect(await orderOf(foreground)).toEqual(['background', 'turn']);
  await foreground.first(async () => undefined);
  expect(await orderOf(foreground)).toEqual(['turn', 'background']);
});
