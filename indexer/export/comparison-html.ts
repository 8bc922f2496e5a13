/** A comparison as one HTML file: no script, nothing loaded from elsewhere, made to be printed on A4 across. */
import type { ComparedText, ComparisonResponse } from '../contract.ts';
import {
  type ExportOptions,
  factsLine,
  isChange,
  type Paragraph,
  type SheetCell,
  sheetRows,
  summaryLine,
} from './comparison-sheet.ts';
import { escapeHtml } from './escape.ts';

const STYLE = `
@page { size: A4 landscape; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { max-width: 1200px; margin: 24px auto; padding: 0 24px; color: #1c2026; background: #fff;
  font: 14.5px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
h1 { margin: 0 0 4px; font-size: 22px; }
p { margin: 0; }
.note { color: #4a515b; font-size: 13px; }
table { width: 100%; margin-top: 16px; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 8px 12px; border: 1px solid #c9ccd1; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #f1f2f4; font-weight: 600; }
th small { display: block; color: #4a515b; font-weight: 400; }
thead { display: table-header-group; }
tr { break-inside: auto; }
td p + p { margin-top: 4px; }
td p { text-indent: 2em; }
td p.first { text-indent: 0; }
td.heading { font-weight: 600; }
.state { width: 92px; font-size: 12.5px; color: #4a515b; }
.changed .state { color: #8a5200; } .new .state { color: #1d6b3a; } .gone .state { color: #a8261f; }
del { color: #a8261f; background: #fbe9e7; text-decoration: line-through; }
ins { color: #1d6b3a; background: #e6f3ea; text-decoration: underline; text-underline-offset: 3px; }
td.empty { background: #f6f6f4; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } del, ins, th, td.empty { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

export function comparisonHtml(comparison: ComparisonResponse, options: ExportOptions): string {
  const { words, day, onlyChanges } = options;
  const { left, right } = comparison;
  const title = `${words.comparison}：${left.title} / ${right.title}`;
  const language = words.page[0].startsWith('第') ? 'zh-CN' : 'en';
  const rows = sheetRows(comparison, options);
  const body = rows.map(
    ({ row, state, left: a, right: b }) =>
      `<tr class="${row.change}"><td class="state">${escapeHtml(state)}</td>${cell(a, row.left[0]?.kind)}${cell(b, row.right[0]?.kind)}</tr>`,
  );
  const nothing = comparison.rows.some(isChange) ? '' : `<p class="note">${escapeHtml(words.noChanges)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(words.comparison)}</h1>
<p>${escapeHtml(words.summary)}：${escapeHtml(summaryLine(comparison, words))}</p>
<p class="note">${escapeHtml([words.legend, onlyChanges ? words.onlyChanges : null, words.printed(day)].filter((part) => part !== null).join(' '))}</p>
${nothing}
<table>
<thead><tr><th class="state">${escapeHtml(words.state)}</th>${head(left, words.earlier)}${head(right, words.later)}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function head(text: ComparedText, side: string): string {
  return `<th>${escapeHtml(text.title || side)}<small>${escapeHtml([side, factsLine(text)].filter((part) => part !== '').join(' · '))}</small></th>`;
}

const HEADINGS: ReadonlySet<string> = new Set(['title', 'part', 'subpart', 'chapter', 'section']);

function cell({ label, paragraphs }: SheetCell, kind: string | undefined): string {
  if (kind === undefined) return '<td class="empty"></td>';
  const heading = HEADINGS.has(kind) ? ' class="heading"' : '';
  const lead = label === '' ? '' : `<strong>${escapeHtml(label)}</strong>　`;
  const texts = paragraphs.map(
    (paragraph, at) => `<p${at === 0 ? ' class="first"' : ''}>${at === 0 ? lead : ''}${runs(paragraph)}</p>`,
  );
  return `<td${heading}>${texts.join('')}</td>`;
}

function runs(paragraph: Paragraph): string {
  return paragraph
    .map(({ text, mark }) => {
      const tag = mark === 'gone' ? 'del' : mark === 'new' ? 'ins' : null;
      return tag === null ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`;
    })
    .join('');
}
