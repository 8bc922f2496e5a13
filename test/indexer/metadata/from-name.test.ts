import { describe, expect, it } from 'vitest';
import { parseBytes } from '../../../indexer/pipeline.ts';

const LAW = '# 工资支付暂行规定\n\n第一条 为规范工资支付，制定本规定。\n\n第二条 本规定自公布之日起施行。\n';

describe('a day in the name of a file', () => {
  it.each([
    ['工资支付暂行规定(1994-12-06).md', '1994-12-06'],
    ['工资支付暂行规定（1994年12月6日）.txt', '1994-12-06'],
    ['19941206工资支付暂行规定.txt', '1994-12-06'],
    ['扫描19941206.txt', null],
    ['工资支付暂行规定(1994-13-46).md', null],
    ['最低工资规定(1994-12-06).md', null],
  ])('%s: %s', async (fileName, day) => {
    const { documents } = await parseBytes(Buffer.from(LAW), fileName);
    expect(documents).toMatchObject([{ writtenOn: day, effectiveOn: day }]);
  });

  it('says that it comes from there', async () => {
    const { documents } = await parseBytes(Buffer.from(LAW), '工资支付暂行规定(1994-12-06).md');
    expect(documents[0]?.evidence.writtenOn).toBe('文件名：工资支付暂行规定(1994-12-06).md');
  });

  it('counts for nothing where the text has its own', async () => {
    const text = LAW.replace('\n\n第一条', '\n\n（1994年12月7日劳动部公布）\n\n第一条');
    const { documents } = await parseBytes(Buffer.from(text), '工资支付暂行规定(1994-12-06).md');
    expect(documents[0]?.writtenOn).toBe('1994-12-07');
  });
});
