/** Settings: how the client looks and reads; and what it stands on: library, engine, version. */
import { Radio, Select, Skeleton } from 'antd';
import { Fragment, type ReactNode } from 'react';
import type { StatusResponse } from '../../../indexer/contract.ts';
import { changePreferences, TEXT_SIZES } from '../../preferences/preferences.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useStatus } from '../../service/use-status.ts';
import { ShortcutList } from '../../shell/shortcut-list.tsx';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { Dictionary } from './dictionary.tsx';
import styles from './settings.module.css';

export function SettingsPage() {
  const words = useWords().settings;
  usePageTitle(words.title);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
      </header>
      <Display />
      <Reading />
      <Dictionary />
      <Installed />
      <section className={page.card}>
        <h2>{words.keyboard}</h2>
        <ShortcutList />
      </section>
    </div>
  );
}

function Display() {
  const words = useWords().settings;
  const { language, theme } = usePreferences();
  return (
    <section className={page.card}>
      <h2>{words.display}</h2>
      <Setting label={words.language}>
        <Radio.Group
          aria-label={words.language}
          value={language}
          options={[
            { value: 'zh', label: words.languages.zh },
            { value: 'en', label: words.languages.en },
          ]}
          onChange={(event) => changePreferences({ language: event.target.value })}
        />
      </Setting>
      <Setting label={words.theme}>
        <Radio.Group
          aria-label={words.theme}
          value={theme}
          options={[
            { value: 'system', label: words.themes.system },
            { value: 'light', label: words.themes.light },
            { value: 'dark', label: words.themes.dark },
          ]}
          onChange={(event) => changePreferences({ theme: event.target.value })}
        />
      </Setting>
    </section>
  );
}

function Reading() {
  const words = useWords().settings;
  const { textSize, textFont } = usePreferences();
  return (
    <section className={page.card}>
      <h2>{words.reading}</h2>
      <Setting label={words.textFont}>
        <Radio.Group
          aria-label={words.textFont}
          value={textFont}
          options={[
            { value: 'serif', label: words.fonts.serif },
            { value: 'sans', label: words.fonts.sans },
          ]}
          onChange={(event) => changePreferences({ textFont: event.target.value })}
        />
      </Setting>
      <Setting label={words.textSize}>
        <Select
          aria-label={words.textSize}
          className={styles.select ?? ''}
          value={textSize}
          options={TEXT_SIZES.map((size) => ({ value: size, label: words.pixels(String(size)) }))}
          onChange={(size) => changePreferences({ textSize: size })}
        />
      </Setting>
      <p className={styles.sample} lang="zh-CN">
        {words.sample}
      </p>
    </section>
  );
}

function Installed() {
  const words = useWords().settings;
  const status = useStatus();
  return (
    <section className={page.card}>
      <h2>{words.library}</h2>
      {status.state === 'failed' && <Failure error={status.error} again={status.again} />}
      {status.state === 'waiting' && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {status.state === 'ready' && <Facts status={status.data} />}
    </section>
  );
}

function Facts({ status: { library, engine, version } }: { readonly status: StatusResponse }) {
  const words = useWords().settings;
  const format = useFormat();
  const rows = [
    [words.location, <code key="path">{library.path}</code>],
    [words.documents, format.number(library.documents)],
    [words.provisions, format.number(library.provisions)],
    [words.issues, format.number(library.issues)],
    [words.sources, format.number(library.sources)],
    [words.characters, format.number(library.characters)],
    [words.citations, format.number(library.citations)],
    [words.engine, `${engine.name} ${engine.version ?? ''} · ${words.engineStates[engine.state]}`],
    [words.pending, format.number(library.indexPending)],
    [words.version, version],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {engine.reason !== null && <p className={styles.reason}>{engine.reason}</p>}
      <p className={styles.licence}>
        {words.licence} {window.gongbao === undefined && <a href="/api/openapi.json">{words.apiLink}</a>}
      </p>
    </>
  );
}

function Setting({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.setting}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}
