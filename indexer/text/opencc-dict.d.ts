/** The tables of opencc-js, which ship without types: `傳 传|儻 傥|…`, a character, a blank, what it becomes. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
