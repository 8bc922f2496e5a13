/** Where each paragraph of the outline was printed, character by character. */
import type { Provision } from '../model.ts';
import type { Paragraph } from '../split/split-document.ts';
import { alignPieces, type Printed } from '../text/alignment.ts';

/** Handed the provisions in reading order: those parted from one printed paragraph go on where the one before ended. */
export class Origins {
  #printed: readonly Printed[] = [];
  #end = 0;

  next(text: string, { printed }: Paragraph): Pick<Provision, 'pieces'> {
    if (printed === undefined) return {};
    const from = printed === this.#printed ? this.#end : 0;
    const { pieces, end } = alignPieces(text, printed, from);
    this.#printed = printed;
    this.#end = end;
    return { pieces };
  }
}
