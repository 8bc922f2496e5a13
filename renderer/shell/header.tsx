/** The bar at the top: the name, the four places, and how the client looks and speaks. */
import { MoonOutlined, QuestionCircleOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { NavLink, useLocation } from 'react-router';
import { PAGES } from '../addresses.ts';
import { changePreferences } from '../preferences/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import { useDark } from '../theme/use-dark.ts';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './header.module.css';
import { Notices } from './notices.tsx';

/** Pages that the import page leads to. */
const WITHIN_IMPORTS: ReadonlySet<string> = new Set([PAGES.entry, PAGES.sidecar, PAGES.duplicates, PAGES.wanted]);

export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const words = useWords();
  const { language } = usePreferences();
  const { pathname } = useLocation();
  const dark = useDark();
  const places = [
    [PAGES.search, words.navigation.search],
    [PAGES.issues, words.navigation.issues],
    [PAGES.imports, words.navigation.imports],
    [PAGES.compare, words.navigation.compare],
    [PAGES.check, words.navigation.check],
    [PAGES.settings, words.navigation.settings],
  ] as const;
  const themeLabel = dark ? words.navigation.toLight : words.navigation.toDark;

  return (
    <header className={styles.header} data-stays>
      <div className={styles.bar}>
        <NavLink to={PAGES.search} className={styles.name ?? ''} end>
          <Mark />
          <span>{words.name}</span>
        </NavLink>
        <nav className={styles.places} aria-label={words.navigation.label}>
          {places.map(([address, label]) => (
            <NavLink
              key={address}
              to={address}
              end={address === PAGES.search}
              className={styles.place ?? ''}
              data-within={(address === PAGES.imports && WITHIN_IMPORTS.has(pathname)) || undefined}
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <Notices />
        <div className={styles.tools}>
          <Button
            type="text"
            aria-label={words.navigation.languageLabel}
            onClick={() => changePreferences({ language: language === 'zh' ? 'en' : 'zh' })}
          >
            {words.navigation.language}
          </Button>
          <Tooltip title={themeLabel}>
            <Button
              type="text"
              aria-label={themeLabel}
              icon={dark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
              onClick={() => changePreferences({ theme: dark ? 'light' : 'dark' })}
            />
          </Tooltip>
          <Tooltip title={`${words.navigation.shortcuts} (?)`}>
            <Button
              type="text"
              aria-label={words.navigation.shortcuts}
              icon={<QuestionCircleOutlined aria-hidden />}
              onClick={onHelp}
            />
          </Tooltip>
        </div>
      </div>
    </header>
  );
}
