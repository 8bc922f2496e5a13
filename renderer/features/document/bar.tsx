/** The bar above a text: the way back, finding, the size of the text, and what one can do with it. */
import {
  ArrowLeftOutlined,
  DiffOutlined,
  FileImageOutlined,
  FileTextOutlined,
  InfoCircleOutlined,
  PrinterOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import type { DocumentView } from '../../../indexer/contract.ts';
import { compareAddress, PAGES, searchAddress } from '../../addresses.ts';
import { citationOf } from '../../gazette/citation.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TEXT_FORMAT } from '../../words/format.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './bar.module.css';
import { HitBar } from './hit-bar.tsx';
import { plainText } from './plain-text.ts';
import { TextSize } from './text-size.tsx';
import type { Original } from './use-original.ts';
import type { Reading } from './use-reader.ts';

interface BarProps {
  readonly document: DocumentView;
  readonly reading: Reading;
  readonly original: Original;
  readonly onPanel: (panel: 'outline' | 'facts') => void;
}

export function Bar({ document, reading, original, onPanel }: BarProps) {
  const { document: words, original: originalWords } = useWords();
  const signedOn = document.writtenOn === null ? null : TEXT_FORMAT.day(document.writtenOn);
  return (
    <div className={styles.bar} data-stays data-original={original.source !== null || undefined}>
      <div className={styles.inner}>
        <Back q={reading.q} />
        <Button
          className={styles.forOutline ?? ''}
          type="text"
          size="small"
          icon={<UnorderedListOutlined aria-hidden />}
          onClick={() => onPanel('outline')}
        >
          {words.showOutline}
        </Button>
        <HitBar reading={reading} />
        {original.has && (
          <Button
            type={original.source === null ? 'text' : 'default'}
            size="small"
            icon={<FileImageOutlined aria-hidden />}
            aria-pressed={original.source !== null}
            title={originalWords.showHint}
            onClick={original.toggle}
          >
            {originalWords.show}
          </Button>
        )}
        <TextSize />
        <div className={styles.actions}>
          <CopyButton label={words.copyCitation} text={() => citationOf(document)} />
          <CopyButton
            label={words.copyText}
            icon={<FileTextOutlined aria-hidden />}
            text={() => plainText(document, reading.provisions ?? [], signedOn)}
          />
          <CompareLink id={document.id} />
          <Button
            type="text"
            size="small"
            title={words.print}
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        </div>
        <Button
          className={styles.forFacts ?? ''}
          type="text"
          size="small"
          icon={<InfoCircleOutlined aria-hidden />}
          onClick={() => onPanel('facts')}
        >
          {words.showSide}
        </Button>
      </div>
    </div>
  );
}

/** To the comparison page with this text on the left; the other is chosen there. */
function CompareLink({ id }: { readonly id: string }) {
  const words = useWords().document;
  const navigate = useNavigate();
  return (
    <Button
      type="text"
      size="small"
      title={words.compare}
      icon={<DiffOutlined aria-hidden />}
      onClick={() => navigate(compareAddress(id))}
    >
      {words.compare}
    </Button>
  );
}

/** Back to the results as they were left; to a search for the same words when the page was opened by its address. */
function Back({ q }: { readonly q: string }) {
  const words = useWords().document;
  const navigate = useNavigate();
  const { key } = useLocation();
  const back = (): void => {
    if (key !== 'default') navigate(-1);
    else navigate(q === '' ? PAGES.search : searchAddress({ q }));
  };
  return (
    <Button type="text" size="small" icon={<ArrowLeftOutlined aria-hidden />} onClick={back}>
      {words.back}
    </Button>
  );
}
