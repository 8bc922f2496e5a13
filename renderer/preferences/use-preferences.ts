/** The preferences as React sees them: a change draws every part that reads one. */
import { useSyncExternalStore } from 'react';
import { followPreferences, type Preferences, preferences } from './preferences.ts';

export function usePreferences(): Preferences {
  return useSyncExternalStore(followPreferences, preferences);
}
