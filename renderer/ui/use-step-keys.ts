/** The keys that go from place to place: n and F8 on, p and Shift+F8 back. */
import { isPlain, isTyping } from './keys.ts';
import { useWindowKey } from './use-window-key.ts';

/** With nothing to step through the keys are left to the browser. */
export function useStepKeys(onStep: (step: 1 | -1) => void, enabled: boolean): void {
  useWindowKey((event) => {
    const step = stepOf(event);
    if (step === null || !enabled) return;
    event.preventDefault();
    onStep(step);
  });
}

function stepOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.key === 'F8') return event.shiftKey ? -1 : 1;
  if (!isPlain(event) || isTyping(event)) return null;
  return event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
}
