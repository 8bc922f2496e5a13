/** What runs in pdfjs's own worker ships without types; it is only handed over. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
