/** A request as it was understood. */
import type { SearchRequest } from '../contract.ts';
import type { ParsedQuery } from '../query/tree.ts';
import type { Plan } from './plan.ts';

export interface Asked {
  readonly given: SearchRequest;
  /** The request with the choices that its query writes; `q` holds the words alone. */
  readonly request: SearchRequest;
  readonly query: ParsedQuery;
  /** What answers it before any choice is made. */
  readonly plan: Plan;
  /** The day on which validity is judged. */
  readonly day: string;
}
