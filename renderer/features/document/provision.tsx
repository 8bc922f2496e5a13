/** One paragraph of a document as an official document sets it, with its hits marked. */
import { memo } from 'react';
import type { ProvisionView } from '../../../indexer/contract.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { Phrased } from '../../ui/phrased.tsx';
import type { Range } from '../../ui/segments.ts';
import { useWords } from '../../words/use-words.ts';
import { CitationLink } from './citing/citation-link.tsx';
import { CitedBadge } from './citing/cited-badge.tsx';
import { type LinkSpan, piecesOf } from './citing/link-spans.ts';
import { labelLength } from './outline.ts';
import styles from './text.module.css';

interface ProvisionProps {
  readonly provision: ProvisionView;
  readonly ranges: readonly Range[];
  /** Which of its marks the reader is at. */
  readonly now: number | null;
  /** It is the one that the address asks for. */
  readonly sought: boolean;
  /** Mentions of other texts and clauses in it. */
  readonly links: readonly LinkSpan[];
  /** How often it is named elsewhere. */
  readonly cited: number;
  readonly documentId: string;
  readonly onCopy: (provision: ProvisionView) => void;
}

const NO_RANGES: readonly Range[] = [];
const NO_LINKS: readonly LinkSpan[] = [];

export const Provision = memo(function Provision(props: ProvisionProps) {
  const { provision, ranges, now, sought, cited, documentId, onCopy } = props;
  const words = useWords().document;
  const { id, ordinal, kind, label, text } = provision;
  const cut = labelLength(label, text);
  return (
    <div
      id={provisionElementId(id)}
      className={styles.provision}
      data-kind={kind}
      data-ordinal={ordinal}
      data-heading={isHeadingLine(text) || undefined}
      data-sought={sought || undefined}
    >
      <p>
        {cut > 0 && (
          <span className={styles.label}>
            <Highlighted text={text} ranges={ranges} now={now} part={[0, cut]} />
          </span>
        )}
        <Line {...props} from={cut} />
      </p>
      {label !== '' && (
        <button
          type="button"
          className={styles.copy}
          // By keys it is `c`: Tab leads from citation to citation.
          tabIndex={-1}
          aria-label={words.copyClause(label)}
          title={words.copyClause(label)}
          onClick={() => onCopy(provision)}
        >
          <CopySign />
        </button>
      )}
      {cited > 0 && (
        <span className={styles.cited}>
          <CitedBadge documentId={documentId} provisionId={id} label={label || provision.path} count={cited} />
        </span>
      )}
    </div>
  );
});

/** What stands behind the label: a title breaks between words, other text where a line is full. */
function Line({ provision: { kind, text }, ranges, now, links, documentId, from }: ProvisionProps & { from: number }) {
  if (kind === 'title' && links.length === 0 && from === 0) return <Phrased text={text} ranges={ranges} now={now} />;
  return piecesOf(links, [from, text.length]).map(({ range, link }) => {
    const words = <Highlighted key={range[0]} text={text} ranges={ranges} now={now} part={range} />;
    return link === null ? (
      words
    ) : (
      <CitationLink key={range[0]} citation={link.citation} documentId={documentId}>
        {words}
      </CitationLink>
    );
  });
}

export function rangesOf(byProvision: ReadonlyMap<string, readonly Range[]>, id: string): readonly Range[] {
  return byProvision.get(id) ?? NO_RANGES;
}

export function linksOf(links: ReadonlyMap<string, readonly LinkSpan[]>, id: string): readonly LinkSpan[] {
  return links.get(id) ?? NO_LINKS;
}

export function provisionElementId(id: string): string {
  return `p-${id}`;
}

/** A heading that stands on a line of its own: 一、总体要求; not one that runs on into its paragraph. */
function isHeadingLine(text: string): boolean {
  return text.length <= 40 && !/[。；，]./.test(text);
}

function CopySign() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
    >
      <title>copy</title>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.2V3A1.5 1.5 0 0 0 9 1.5H4A1.5 1.5 0 0 0 2.5 3v6A1.5 1.5 0 0 0 4 10.5h.4" />
    </svg>
  );
}
