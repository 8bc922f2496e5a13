/** Does what the window's menu asks for; in a browser there is no menu of ours. */
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Command } from '../../main/bridge.ts';
import { PAGES, searchAddress } from '../addresses.ts';
import { focusFindBox } from './focus-find-box.ts';

export function useCommands(goToSearch: () => void, showShortcuts: () => void): void {
  const navigate = useNavigate();
  const takeFiles = async (): Promise<void> => {
    const paths = (await window.gongbao?.takeOpenedFiles()) ?? [];
    if (paths.length > 0) navigate(PAGES.imports, { state: { paths } });
  };
  const answer = (command: Command, text: string): void => {
    const answers: Record<Command, () => void> = {
      'import-files': () => navigate(PAGES.imports, { state: { pick: 'files' } }),
      'import-folder': () => navigate(PAGES.imports, { state: { pick: 'folder' } }),
      print: () => window.print(),
      // Where there is no text to find in, what one finds in is the library.
      find: () => focusFindBox() || goToSearch(),
      search: goToSearch,
      back: () => navigate(-1),
      forward: () => navigate(1),
      shortcuts: showShortcuts,
      settings: () => navigate(PAGES.settings),
      'opened-files': () => void takeFiles(),
      'search-for': () => navigate(searchAddress({ q: text })),
    };
    answers[command]();
  };
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    // Those that were handed over before there was a page to hear of them.
    latest.current('opened-files', '');
    return window.gongbao?.onCommand((command, given) => latest.current(command, given));
  }, []);
}
