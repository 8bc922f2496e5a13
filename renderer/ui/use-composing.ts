/**
 * Whether an input method is composing in a field. Between the first key of `jiaoyu` and the choice of 教育 nothing may be
 * searched or opened, and the Enter that ends it belongs to the input method.
 */
import { type KeyboardEvent, useRef } from 'react';

export interface Composing {
  readonly now: () => boolean;
  /** Whether a key press belongs to the input method; 229 is what Chromium gives for it. */
  readonly owns: (event: KeyboardEvent) => boolean;
  readonly props: { readonly onCompositionStart: () => void; readonly onCompositionEnd: () => void };
}

export function useComposing(onEnd: () => void): Composing {
  const composing = useRef(false);
  return {
    now: () => composing.current,
    owns: ({ nativeEvent }) => composing.current || nativeEvent.isComposing || nativeEvent.keyCode === 229,
    props: {
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionEnd: () => {
        composing.current = false;
        onEnd();
      },
    },
  };
}
