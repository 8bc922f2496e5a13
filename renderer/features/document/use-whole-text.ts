/** A long text is drawn in two steps: what the reader came for at once, the rest as soon as the page has shown that. */
import { startTransition, useEffect, useState } from 'react';

// So that a page that is never idle still gets the whole of its text.
const AT_LATEST_MS = 600;

/** False until the first part of a text has been shown; then the rest is drawn without holding up what the reader does. */
export function useWholeText(text: unknown): boolean {
  const [whole, setWhole] = useState<unknown>(null);
  useEffect(() => {
    if (text === null) return;
    const idle = requestIdleCallback(() => startTransition(() => setWhole(text)), { timeout: AT_LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [text]);
  return text !== null && whole === text;
}
