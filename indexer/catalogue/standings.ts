/**
 * What bears on the validity of all documents, gathered in one pass: lists, filters and counts want every status, and asking
 * judging.ts for one document after the other takes a hundred times as long. The answers are the same.
 */
import type { ValidityStatus } from '../model.ts';
import type { DocumentFacts } from './catalogue.ts';
import { readAllChanges } from './citing.ts';
import type { Database } from './database.ts';
import { readAllHandSet } from './judging.ts';
import { type Reason, reasonsFor, statusOn, validityOn } from './validity.ts';
import { readAllLaterVersions } from './versions.ts';

interface Standing {
  readonly reasons: readonly Reason[];
  readonly byHand: Reason | null;
}

/** By the id of the document; those that are left out stand by their own dates alone. */
export type Standings = ReadonlyMap<string, Standing>;

export function readStandings(database: Database, documents: readonly DocumentFacts[]): Standings {
  const changes = readAllChanges(database);
  const versions = readAllLaterVersions(database);
  const byHand = readAllHandSet(database);
  const standings = new Map<string, Standing>();
  for (const facts of documents) {
    const { id } = facts;
    if (!changes.has(id) && !versions.has(id) && !byHand.has(id)) continue;
    const reasons = reasonsFor(withoutQuotes(facts), changes.get(id) ?? [], versions.get(id) ?? []);
    standings.set(id, { reasons, byHand: byHand.get(id) ?? null });
  }
  return standings;
}

/** The status that `readValidity` gives. */
export function standingOn(day: string, standings: Standings, facts: DocumentFacts): ValidityStatus {
  const standing = standings.get(facts.id);
  if (standing !== undefined) return statusOn(day, standing.reasons, standing.byHand);
  return validityOn(day, withoutQuotes(facts), []).status;
}

const withoutQuotes = (facts: DocumentFacts) => ({ ...facts, evidence: {} });
