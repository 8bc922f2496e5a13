/** Says that a document is left out of the search, and offers to show it again. */
import { EyeInvisibleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { DocumentView } from '../../../../indexer/contract.ts';
import { useWords } from '../../../words/use-words.ts';
import styles from './correct.module.css';
import { isHidden } from './draft.ts';
import { useCorrection } from './use-correction.ts';

export function HiddenNotice({ document }: { readonly document: DocumentView }) {
  const words = useWords().correct;
  const { sending, send } = useCorrection(document.id);
  if (!isHidden(document)) return null;
  return (
    <p className={styles.hidden} role="status">
      <EyeInvisibleOutlined aria-hidden /> {words.isHidden}
      <Button size="small" loading={sending} onClick={() => void send({ takeBack: ['hidden'] })}>
        {words.showAgain}
      </Button>
    </p>
  );
}
