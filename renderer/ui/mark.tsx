/** The mark: a gazette's page under a reading glass, on the colour of a seal. The same drawing as public/mark.svg. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <title>公报检索</title>
      <rect width="32" height="32" rx="7" fill="var(--seal)" />
      <path d="M8 7h13l3 3v15H8z" fill="#fff" />
      <path d="M11 12h8M11 16h10M11 20h6" stroke="var(--seal)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="21" cy="21" r="4.2" fill="#fff" stroke="var(--seal)" strokeWidth="1.8" />
      <path d="m24 24 3.4 3.4" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
