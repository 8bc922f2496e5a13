/** A title for a narrow place: what it is about, without who says so and how. Two titles that differ only at the end stay apart. */

const ISSUED =
  /^.{2,60}?(?:关于(?:转发|印发|公布|发布)|印发关于|印发|转发)[《〈]?(.{4,}?)[》〉]?的(?:通知|公告|决定)$/u;
const CONCERNING = /^.{2,60}?关于(.{4,})$/u;

/** 某某市人民政府办公厅关于印发某某市电梯办法的通知 as 某某市电梯办法; a title of another form as it is. */
export function shortTitle(title: string): string {
  return ISSUED.exec(title)?.[1] ?? CONCERNING.exec(title)?.[1] ?? title;
}
