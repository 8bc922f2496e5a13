/** 检索选项: what the search may do on its own, to be switched off by who wants the words and nothing else. */
import { SettingOutlined } from '@ant-design/icons';
import { Badge, Button, Checkbox, Popover } from 'antd';
import { useWords } from '../../words/use-words.ts';
import { changeSearch, type SearchState } from './search-state.ts';
import styles from './toolbar.module.css';

interface OptionsProps {
  readonly state: SearchState;
  readonly onChange: (next: SearchState) => void;
}

export function Options({ state, onChange }: OptionsProps) {
  const words = useWords().search.options;
  const content = (
    <div className={styles.options}>
      <Checkbox
        checked={state.synonyms}
        onChange={({ target }) => onChange(changeSearch(state, { synonyms: target.checked }))}
      >
        {words.synonyms}
      </Checkbox>
      <p>{words.synonymsHint}</p>
      <Checkbox
        checked={state.preferInForce}
        onChange={({ target }) => onChange(changeSearch(state, { preferInForce: target.checked }))}
      >
        {words.preferInForce}
      </Checkbox>
      <p>{words.preferInForceHint}</p>
    </div>
  );
  return (
    <Popover content={content} trigger={['click']} placement="bottomRight">
      <Badge dot={!state.synonyms || !state.preferInForce}>
        <Button
          size="small"
          type="text"
          icon={<SettingOutlined aria-hidden />}
          aria-label={words.title}
          title={words.title}
        />
      </Badge>
    </Popover>
  );
}
