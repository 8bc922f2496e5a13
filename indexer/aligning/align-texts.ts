/** The heavy half of a comparison: a text from outside read, both cut into units, the units put side by side. Runs in a worker thread. */
import { align, type Match } from '../compare/align.ts';
import { type ComparableProvision, type Unit, unitsOf } from '../compare/units.ts';
import type { ComparedText } from '../contract.ts';
import { parseText, readDraft } from '../pipeline.ts';
import { readPlainText } from '../read/plain-text.ts';

type Facts = Omit<ComparedText, 'units'>;

/** A document of the library with its provisions, or a text from outside. */
export type Side =
  | { readonly facts: Facts; readonly provisions: readonly ComparableProvision[] }
  | { readonly text: string; readonly name: string };

export interface AlignJob {
  readonly left: Side;
  readonly right: Side;
}

interface AlignedSide {
  readonly facts: Facts;
  readonly units: readonly Unit[];
}

export interface Aligned {
  readonly left: AlignedSide;
  readonly right: AlignedSide;
  readonly matches: readonly Match[];
}

/** Throws file_empty for a text of blanks. */
export function alignTexts(job: AlignJob): Aligned {
  const [left, right] = [sideOf(job.left), sideOf(job.right)];
  return { left, right, matches: align(left.units, right.units) };
}

function sideOf(side: Side): AlignedSide {
  if ('provisions' in side) return { facts: side.facts, units: unitsOf(side.provisions) };
  return sideOfText(side.text, side.name);
}

/** It goes the way of an import, so that like is compared with like; one that is no document is taken as it is. */
function sideOfText(text: string, name: string): AlignedSide {
  const read = readPlainText(new TextEncoder().encode(text), 'text.txt');
  const { documents } = parseText(read);
  const [first] = documents;
  if (first === undefined) {
    const draft = readDraft(read.lines.map((line) => line.text));
    const facts = { id: null, title: name || draft.title, number: null, writtenOn: null, effectiveOn: null };
    return { facts, units: unitsOf(draft.provisions) };
  }
  const { title, number, writtenOn, effectiveOn } = first;
  return { facts: { id: null, title, number, writtenOn, effectiveOn }, units: unitsOf(oneAfterTheOther(documents)) };
}

/** Ordinals go on from document to document. */
function oneAfterTheOther(documents: readonly { provisions: readonly ComparableProvision[] }[]): ComparableProvision[] {
  const joined: ComparableProvision[] = [];
  for (const { provisions } of documents) {
    const shift = joined.length;
    for (const { ordinal, kind, label, path, text, clause } of provisions)
      joined.push({ kind, label, path, text, ordinal: ordinal + shift, clause: clause + shift });
  }
  return joined;
}
