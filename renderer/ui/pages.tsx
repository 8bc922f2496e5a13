/** The pages of a long list, below it; nothing for a list of one page. */
import { Pagination } from 'antd';

interface PagesProps {
  /** From 1. */
  readonly at: number;
  readonly size: number;
  readonly total: number;
  readonly onChange: (page: number) => void;
}

export function Pages({ at, size, total, onChange }: PagesProps) {
  if (total <= size) return null;
  return (
    <Pagination
      align="center"
      current={at}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      showQuickJumper={total > size * 10}
      onChange={onChange}
    />
  );
}
