/** Parses the whole library again, when the program reads better than it did. */
import { Button } from 'antd';
import { client } from '../../service/client.ts';
import page from '../../ui/page.module.css';
import { useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { useStartImport } from './use-start-import.ts';

export function ReparsePanel() {
  const words = useWords().imports;
  const { starting, start } = useStartImport();
  return (
    <section className={page.card}>
      <header className={styles.panelHead}>
        <h2>{words.reparse}</h2>
        <Button loading={starting} onClick={() => void start(() => client.reparse())}>
          {words.reparseStart}
        </Button>
      </header>
      <p className={page.note}>{words.reparseHint}</p>
    </section>
  );
}
