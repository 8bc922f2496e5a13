/** Straight lines that a page draws, as they part the cells of a table; from outlines as PDF and OFD draw them. */

/** Across the page or down it. */
export interface Rule {
  readonly across: boolean;
  /** Where it stands: y of a rule across, x of one down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Outline {
  /** Its corners in points of the page, y downwards. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly closed: boolean;
  /** Its inside is painted, and not its edge. */
  readonly filled: boolean;
}

/** A painted strip no broader than this is a rule; what is broader is a shade. */
const BROADEST = 3;
/** Shorter ones are dots and parts of letters. */
const SHORTEST = 4;
/** A rule leaves its direction by no more, in points. */
const ASKEW = 0.8;
/** Parts of one rule lie no further apart. */
const SAME = 1.5;
const BROKEN = 3;
/** Charts and maps are drawn in more. */
const MOST_RULES = 3000;

/** Joined to whole lines; none of a page that is a drawing. */
export function rulesOf(outlines: readonly Outline[]): Rule[] {
  const rules = outlines.flatMap((outline) => (outline.filled ? ruleOfStrip(outline) : rulesOfEdges(outline)));
  if (rules.length > MOST_RULES) return [];
  return [true, false].flatMap((across) => joinRules(rules.filter((rule) => rule.across === across)));
}

/** A rule after its page was turned clockwise by quarters; `width` and `height` are those of the page before. */
export function turnRule(rule: Rule, quarters: number, [width, height]: readonly [number, number]): Rule {
  if (quarters === 0) return rule;
  const { across, at, from, to } = rule;
  // x' = height - y, y' = x
  const turned: Rule = across
    ? { across: false, at: height - at, from, to }
    : { across: true, at, from: height - to, to: height - from };
  return turnRule(turned, quarters - 1, [height, width]);
}

function ruleOfStrip({ points }: Outline): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= BROADEST && width >= height * 2) return [{ across: true, at: (y0 + y1) / 2, from: x0, to: x1 }];
  if (width <= BROADEST && height >= width * 2) return [{ across: false, at: (x0 + x1) / 2, from: y0, to: y1 }];
  return [];
}

function rulesOfEdges({ points, closed }: Outline): Rule[] {
  const [first] = points;
  const corners = closed && first !== undefined ? [...points, first] : points;
  return corners.slice(1).flatMap(([x1, y1], index): Rule[] => {
    const [x0, y0] = corners[index] ?? [x1, y1];
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    if (height <= ASKEW && width > height)
      return [{ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
    if (width <= ASKEW && height > width)
      return [{ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
    return [];
  });
}

/** Each cell may draw its own piece of a rule, and both neighbours the same one. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const joined = bandsOf(rules).flatMap((band) => {
    const whole: Rule[] = [];
    for (const rule of band.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last === undefined || rule.from > last.to + BROKEN) whole.push(rule);
      else whole[whole.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    }
    return whole;
  });
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

function bandsOf(rules: readonly Rule[]): Rule[][] {
  const bands: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const band = bands.at(-1);
    if (band?.[0] !== undefined && rule.at - band[0].at <= SAME) band.push({ ...rule, at: band[0].at });
    else bands.push([rule]);
  }
  return bands;
}
