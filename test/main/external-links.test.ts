import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExternalLink } from '../../main/external-links.ts';

describe('readExternalLink', () => {
  it.each<[string, string | null, string]>([
    ['https://www.gov.cn/zhengce/', 'https://www.gov.cn/zhengce/', 'a page of the web'],
    ['http://example.com', 'http://example.com/', 'plain http'],
    [
      'https://例子.中国/公报',
      'https://xn--fsqu00a.xn--fiqs8s/%E5%85%AC%E6%8A%A5',
      'a Chinese host, in the form that cannot deceive',
    ],
    ['file:///etc/passwd', null, 'a file'],
    ['javascript:alert(1)', null, 'a script'],
    ['data:text/html,<b>', null, 'a page in the address'],
    ['smb://server/share', null, 'a share'],
    ['ms-msdt:/id', null, 'a scheme of the system'],
    ['gongbao://app/', null, 'our own pages'],
    ['https://www.gov.cn@example.com/', null, 'a name that looks like the host'],
    ['https://example.com/a\nb', null, 'a line break'],
    ['/relative', null, 'no full address'],
    ['', null, 'nothing'],
    [`https://example.com/${'a'.repeat(3000)}`, null, 'too long'],
  ])('%s gives %s (%s)', (address, expected) => {
    expect(readExternalLink(address)).toBe(expected);
  });

  it('gives nothing but http and https, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://${text}`),
        ),
        (address) => {
          const link = readExternalLink(address);
          if (link !== null) expect(link).toMatch(/^https?:\/\/[^/@\s]+(\/|$)/);
        },
      ),
    );
  });
});
