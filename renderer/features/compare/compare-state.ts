/** Address ⇄ what is compared and how it is shown. Pure. */

export interface CompareState {
  /** Id of a document, or key of a text from outside; null when nothing is chosen. */
  readonly left: string | null;
  readonly right: string | null;
  readonly view: 'side' | 'inline';
  readonly onlyChanges: boolean;
}

export function readState(address: URLSearchParams): CompareState {
  return {
    left: address.get('left') || null,
    right: address.get('right') || null,
    view: address.get('view') === 'inline' ? 'inline' : 'side',
    onlyChanges: address.get('only') === 'changes',
  };
}

/** What is as by default is left out, so that an address that is passed on stays short. */
export function writeState({ left, right, view, onlyChanges }: CompareState): URLSearchParams {
  const address = new URLSearchParams();
  if (left !== null) address.set('left', left);
  if (right !== null) address.set('right', right);
  if (view === 'inline') address.set('view', 'inline');
  if (onlyChanges) address.set('only', 'changes');
  return address;
}
