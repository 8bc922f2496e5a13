/** Whether the client is drawn dark: what the user chose, or else what the system says. */
import { useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';

const QUERY = '(prefers-color-scheme: dark)';

function follow(listener: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

export function useDark(): boolean {
  const system = useSyncExternalStore(follow, () => window.matchMedia(QUERY).matches);
  const { theme } = usePreferences();
  return theme === 'system' ? system : theme === 'dark';
}
