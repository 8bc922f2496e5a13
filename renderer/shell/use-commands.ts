/** Does what the window's menu asks for; in a browser there is no menu of ours. */
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Command } from '../../main/bridge.ts';
import { PAGES } from '../addresses.ts';
import { focusFindBox } from './focus-find-box.ts';

export function useCommands(goToSearch: () => void, showShortcuts: () => void): void {
  const navigate = useNavigate();
  const answer = (command: Command): void => {
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
    };
    answers[command]();
  };
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => window.gongbao?.onCommand((command) => latest.current(command)), []);
}
