/**
 * What stands where the code of a page could not be fetched: the service is away, or the program was renewed under an open
 * page. Nothing of ours broke, and the page comes by itself as soon as somebody serves it.
 */
import { Button } from 'antd';
import { useEffect } from 'react';
import { StateBlock } from '../ui/state-block.tsx';
import { useWords } from '../words/use-words.ts';

const PAUSE_MS = 2000;
/** A page that is missing still after this is missing for good: whoever wants to may press the button. */
const RELOADED_KEY = 'gongbao.reloaded';
const AGAIN_MS = 30_000;

/** As Chromium, Firefox, Safari and the bundler word it. */
const MISSING =
  /Unable to preload CSS|dynamically imported module|Importing a module script failed|error loading .*module/i;

export function isMissingPage(error: unknown): boolean {
  return error instanceof Error && MISSING.test(error.message);
}

export function PageMissing() {
  const words = useWords().failure;
  useEffect(() => {
    const timer = setInterval(() => void reloadWhenServed(), PAUSE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <StateBlock title={words.unreachable} hint={words.unreachableHint} tone="bad" heading>
      <Button onClick={() => window.location.reload()}>{words.again}</Button>
    </StateBlock>
  );
}

async function reloadWhenServed(): Promise<void> {
  const before = Number(sessionStorage.getItem(RELOADED_KEY) ?? '0');
  if (Date.now() - before < AGAIN_MS) return;
  try {
    await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' });
  } catch {
    // Still away: asked again in a moment.
    return;
  }
  sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
  window.location.reload();
}
