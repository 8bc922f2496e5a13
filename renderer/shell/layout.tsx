/** What stands round every page: header, notices, help; and the answers to the window's commands. */
import { Suspense, useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { isCommand, isPlain, isTyping } from '../ui/keys.ts';
import { useWindowKey } from '../ui/use-window-key.ts';
import { useWords } from '../words/use-words.ts';
import { focusFindBox } from './focus-find-box.ts';
import { Header } from './header.tsx';
import styles from './layout.module.css';
import { PageLoading } from './page-loading.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useCommands } from './use-commands.ts';
import { useGoToSearch } from './use-go-to-search.ts';
import { useLanguage } from './use-language.ts';
import { useLibraryChanges } from './use-library-changes.ts';
import { useNoStrayDrop } from './use-no-stray-drop.ts';

export function Layout() {
  const words = useWords();
  const [helping, setHelping] = useState(false);
  const goToSearch = useGoToSearch();
  useLanguage();
  useLibraryChanges();
  useNoStrayDrop();
  useCommands(goToSearch, () => setHelping(true));
  useWindowKey((event) => {
    if (isCommand(event, 'f') && focusFindBox()) event.preventDefault();
    if (!isPlain(event) || isTyping(event)) return;
    if (event.key === '?') setHelping(true);
    else if (event.key === '/') goToSearch();
    else return;
    event.preventDefault();
  });

  return (
    <>
      <a className={styles.skip} href="#main">
        {words.navigation.skip}
      </a>
      <Header onHelp={() => setHelping(true)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </main>
      <Shortcuts open={helping} onClose={() => setHelping(false)} />
      <ScrollRestoration />
    </>
  );
}
