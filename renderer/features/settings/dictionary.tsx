/** 自定义词典: words that the segmenter should keep whole, and words of the same meaning; one a line, edited as text. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import type { DictionaryView } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './settings.module.css';

const KEY = ['dictionary'];

export function Dictionary() {
  const words = useWords().settings.dictionary;
  const answer = useRequested({ key: KEY, ask: (signal) => client.dictionary(signal) });
  return (
    <section className={page.card}>
      <h2>{words.title}</h2>
      <p className={page.note}>{words.lead}</p>
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {answer.state === 'ready' && <Editor key={answer.data.text} kept={answer.data} />}
    </section>
  );
}

function Editor({ kept }: { readonly kept: DictionaryView }) {
  const words = useWords().settings.dictionary;
  const format = useFormat();
  const queries = useQueryClient();
  const { notification, message } = App.useApp();
  const [text, setText] = useState(kept.text);
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      queries.setQueryData(KEY, await client.saveDictionary(text));
      void queries.invalidateQueries({ queryKey: ['search'] });
      void message.success(words.saved);
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Input.TextArea
        aria-label={words.title}
        className={styles.dictionary ?? ''}
        lang="zh-CN"
        spellCheck={false}
        rows={8}
        placeholder={words.placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {kept.problems.length > 0 && (
        <ul className={styles.problems} role="alert">
          {kept.problems.map(({ line, text: written, message: why }) => (
            <li key={line}>
              {words.problem(format.number(line), written)} {why}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.dictionaryFoot}>
        <span>{words.count(format.number(kept.words.length), format.number(kept.synonyms.length))}</span>
        <Button disabled={text === kept.text} onClick={() => setText(kept.text)}>
          {words.reset}
        </Button>
        <Button type="primary" disabled={text === kept.text} loading={saving} onClick={() => void save()}>
          {words.save}
        </Button>
      </p>
    </>
  );
}
