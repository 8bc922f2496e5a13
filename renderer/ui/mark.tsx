/** The mark: lines of a gazette under a reading glass, on the colour of a seal. The window's icon is the same drawing. */
export function Mark() {
  return <img src="/mark.svg" alt="" />;
}
