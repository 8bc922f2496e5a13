/** 待转换: files that only LibreOffice reads; what to install, and the button that reads them. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { importAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';

const EVERY_MS = 5000;

/** Nothing where no file waits. */
export function ConversionPanel() {
  const words = useWords().conversion;
  const format = useFormat();
  const go = useNavigate();
  const { notification } = App.useApp();
  const [starting, setStarting] = useState(false);
  const answer = useRequested({
    key: ['conversion'],
    ask: (signal) => client.conversion(signal),
    every: (data) => (data === undefined || data.waiting > 0 ? EVERY_MS : false),
  });
  if (answer.state !== 'ready' || answer.data.waiting === 0) return null;
  const { program, waiting } = answer.data;
  const convert = async (): Promise<void> => {
    setStarting(true);
    try {
      const { id } = await client.convertWaiting();
      void go(importAddress(id));
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      setStarting(false);
    }
  };
  return (
    <section className={`${page.card} ${styles.below}`}>
      <header className={styles.panelHead}>
        <h2>{words.title}</h2>
        <Button type="primary" disabled={program === null} loading={starting} onClick={() => void convert()}>
          {words.convert}
        </Button>
      </header>
      <p className={styles.sum}>
        <strong>{words.waiting(format.number(waiting))}</strong>
        <span>{words.why}</span>
      </p>
      <p className={page.note}>{program === null ? words.install : words.ready(program)}</p>
    </section>
  );
}
