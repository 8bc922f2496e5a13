/** Which key presses are ours: not those meant for a field, nor the browser's own shortcuts. */

/** Whether the press goes into a text field, where `/` and `j` are letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog') !== null
  );
}

/** A key alone, without Ctrl, Alt or Meta. */
export function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && !event.defaultPrevented;
}

/** A letter with Ctrl, or with ⌘ where that is the key for commands, outside a dialog. */
export function isCommand(event: KeyboardEvent, letter: string): boolean {
  const inDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
  return (
    event.key.toLowerCase() === letter &&
    event.ctrlKey !== event.metaKey &&
    !event.altKey &&
    !event.shiftKey &&
    !inDialog
  );
}
