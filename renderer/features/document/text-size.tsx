/** Makes the text larger and smaller, by the sizes that the settings offer. */
import { ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { changePreferences, TEXT_SIZES } from '../../preferences/preferences.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './bar.module.css';

export function TextSize() {
  const words = useWords().document;
  const { textSize } = usePreferences();
  const place = TEXT_SIZES.indexOf(textSize);
  const smaller = TEXT_SIZES[place - 1];
  const larger = TEXT_SIZES[place + 1];
  return (
    <fieldset className={styles.sizes}>
      <legend className="visually-hidden">{words.textSize}</legend>
      <Button
        type="text"
        size="small"
        aria-label={words.smaller}
        title={words.smaller}
        icon={<ZoomOutOutlined aria-hidden />}
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && changePreferences({ textSize: smaller })}
      />
      <Button
        type="text"
        size="small"
        aria-label={words.larger}
        title={words.larger}
        icon={<ZoomInOutlined aria-hidden />}
        disabled={larger === undefined}
        onClick={() => larger !== undefined && changePreferences({ textSize: larger })}
      />
    </fieldset>
  );
}
