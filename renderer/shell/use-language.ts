/** Keeps the window's menu, and the sentences that the service words, in the user's language. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';

export function useLanguage(): void {
  const { language } = usePreferences();
  const queries = useQueryClient();
  const told = useRef(language);
  useEffect(() => {
    void window.gongbao?.setLanguage(language);
    if (told.current === language) return;
    told.current = language;
    void queries.invalidateQueries();
  }, [language, queries]);
}
