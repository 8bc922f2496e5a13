/** The content of an OFD page, of its templates and of what they take from resources → the objects that are printed, in order. */
import { AppError } from '../../errors.ts';
import { elementAt, elementsOf, type XmlElement } from '../xml.ts';
import { boxIn, combine, type Matrix, matrixIn, UNMOVED } from './values.ts';

export interface PageObject {
  readonly kind: 'text' | 'image' | 'path';
  readonly element: XmlElement;
  /** From the object's space to points of the page. */
  readonly toPage: Matrix;
  /** The file says that it is not shown. */
  readonly hidden: boolean;
}

/** Groups in groups, and composites in composites. */
const DEEPEST = 20;
/** More than any page has; composites that hold each other would make more of few. */
const MOST_OBJECTS = 100_000;
const KINDS: Readonly<Record<string, PageObject['kind']>> = {
  TextObject: 'text',
  ImageObject: 'image',
  PathObject: 'path',
};

/** `content` is a Page or a template; `composites` are the vector graphics of the resources by their id. */
export function objectsOf(
  content: XmlElement,
  toPage: Matrix,
  composites: ReadonlyMap<string, XmlElement> = new Map(),
): PageObject[] {
  const objects: PageObject[] = [];
  let seen = 0;
  const collect = (block: XmlElement, matrix: Matrix, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const element of elementsOf(block)) {
      seen += 1;
      if (seen > MOST_OBJECTS)
        throw new AppError('file_too_large', { size: `${seen} 个图元`, limit: `${MOST_OBJECTS} 个图元` });
      const kind = KINDS[element.name];
      if (element.name === 'PageBlock') collect(element, matrix, depth + 1);
      else if (element.name === 'CompositeObject') {
        const composite = composites.get(element.attributes.ResourceID ?? '');
        const inner = elementAt(composite, 'Content');
        if (inner !== undefined) collect(inner, spaceOf(element, matrix), depth + 1);
      } else if (kind !== undefined) {
        const hidden = element.attributes.Visible === 'false';
        objects.push({ kind, element, toPage: spaceOf(element, matrix), hidden });
      }
    }
  };
  for (const layer of elementsOf(elementAt(content, 'Content'), 'Layer')) collect(layer, toPage, 0);
  return objects;
}

/** The object's own matrix first, then its place on the page. A picture without one fills its place. */
function spaceOf({ name, attributes }: XmlElement, matrix: Matrix): Matrix {
  const [x, y, width, height] = boxIn(attributes.Boundary) ?? [0, 0, 1, 1];
  const filling: Matrix = name === 'ImageObject' ? [width, 0, 0, height, 0, 0] : UNMOVED;
  const own = attributes.CTM === undefined ? filling : matrixIn(attributes.CTM);
  return combine(combine(matrix, [1, 0, 0, 1, x, y]), own);
}
