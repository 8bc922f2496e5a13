/**
 * A panel over the page, in the middle or at a side, as the browser's own <dialog>: it keeps the focus, closes on Esc and on a
 * press beside it, and needs no style element, which antd's own would add without the page's nonce.
 */
import { CloseOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly place?: 'middle' | 'left' | 'right' | 'form-right' | 'wide-right';
  readonly children: ReactNode;
}

export function Dialog({ title, open, onClose, place = 'middle', children }: DialogProps) {
  const words = useWords().common;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!open) return;
    dialog.current?.showModal();
    // Who opens a form wants to fill it in; the browser would begin at the button that closes it.
    dialog.current?.querySelector<HTMLElement>('form :is(input, textarea)')?.focus();
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does for the keyboard what a press beside the panel does for the mouse
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-place={place}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <section className={styles.panel}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={words.close} onClick={onClose}>
            <CloseOutlined aria-hidden />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
        <div className={styles.body} tabIndex={0}>
          {children}
        </div>
      </section>
    </dialog>
  );
}
