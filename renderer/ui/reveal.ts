/** Scrolls an element into view within the panel that holds it, and never the page round it, as scrollIntoView would. */
export function revealInPanel(element: Element): void {
  const panel = panelOf(element);
  if (panel === null) return;
  const own = element.getBoundingClientRect();
  const frame = panel.getBoundingClientRect();
  // One more entry stays in view beyond it, so that one sees where it goes on.
  const margin = own.height * 2;
  if (own.top < frame.top + margin) panel.scrollTop -= frame.top + margin - own.top;
  else if (own.bottom > frame.bottom - margin) panel.scrollTop += own.bottom - frame.bottom + margin;
}

function panelOf(element: Element): Element | null {
  for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement)
    if (each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY === 'auto') return each;
  return null;
}
