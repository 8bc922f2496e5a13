/** Copies a text on a click and says that it did. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps, Tooltip } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { copyText } from './copy-text.ts';

const SAID_MS = 1600;

interface CopyButtonProps {
  readonly text: () => string | Promise<string>;
  readonly label: string;
  /** In place of two sheets, where one thing of two is copied. */
  readonly icon?: ReactNode;
  /** Only the icon is drawn; the label is its name. */
  readonly bare?: boolean;
  readonly size?: ButtonProps['size'];
  readonly type?: ButtonProps['type'];
}

export function CopyButton({ text, label, icon: own, bare = false, size = 'small', type = 'text' }: CopyButtonProps) {
  const words = useWords().common;
  const { message } = App.useApp();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    const done = await copyText(await text());
    setCopied(done);
    if (done) message.success(words.copied);
    else message.error(words.copyFailed);
  };
  const icon = copied ? <CheckOutlined aria-hidden /> : (own ?? <CopyOutlined aria-hidden />);
  if (!bare)
    return (
      <Button size={size} type={type} title={label} icon={icon} onClick={copy}>
        {copied ? words.copied : label}
      </Button>
    );
  return (
    <Tooltip title={copied ? words.copied : label}>
      <Button size={size} type={type} icon={icon} aria-label={label} onClick={copy} />
    </Tooltip>
  );
}
