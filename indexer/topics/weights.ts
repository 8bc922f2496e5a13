/** What each word of subjects.ts counts in a text; see scripts/learn-topic-weights.ts. */
export const BODY_WEIGHTS: Readonly<Record<string, number>> = {};
