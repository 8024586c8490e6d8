/** What a department's template may be made of: elements, attributes, properties and functions of style (FRM-4, S5). */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const DRAWN = set('svg g path line rect circle ellipse polyline polygon');

export const ELEMENTS: ReadonlySet<string> = new Set([
  ...set(`div section span p h1 h2 h3 h4 h5 h6 header footer article figure figcaption blockquote pre br hr
    table caption colgroup col thead tbody tfoot tr th td ul ol li dl dt dd
    b strong i em u s small sub sup img`),
  ...DRAWN,
]);

const EVERYWHERE = set('class style lang dir title');
const OF_ELEMENT: Readonly<Record<string, ReadonlySet<string>>> = {
  td: set('colspan rowspan headers scope'),
  th: set('colspan rowspan headers scope'),
  col: set('span'),
  colgroup: set('span'),
  ol: set('start type reversed'),
  img: set('src alt width height decoding'),
};
const OF_DRAWN = set(`viewbox d x y x1 y1 x2 y2 cx cy r rx ry width height points fill stroke stroke-width
  stroke-linecap stroke-linejoin stroke-dasharray transform`);

/** @param attribute in lower case */
export const isAllowedAttribute = (element: string, attribute: string): boolean =>
  EVERYWHERE.has(attribute) ||
  (OF_ELEMENT[element]?.has(attribute) ?? false) ||
  (DRAWN.has(element) && OF_DRAWN.has(attribute));

/** Properties by their first words: `margin` stands for `margin-left` too. */
const FAMILIES = `margin padding border text line-height letter-spacing word white-space width height min-width
  max-width min-height max-height inline-size block-size display flex gap row-gap column justify align place order
  vertical-align float clear top right bottom left overflow break orphans widows table-layout caption-side empty-cells
  box-sizing opacity visibility transform rotate writing-mode direction hyphens tab-size object-fit aspect-ratio
  fill stroke grid outline-width counter-reset counter-increment text-combine-upright`
  .split(/\s+/)
  .filter(Boolean);
const ALONE = set(`color background background-color font font-size font-weight font-style font-variant
  font-variant-numeric font-family font-stretch position content list-style list-style-type list-style-position
  z-index quotes border-radius`);
/** Of the families above, what fetches or draws something from elsewhere. */
const NEVER = set('border-image border-image-source text-emphasis-image');

export const isAllowedProperty = (property: string): boolean =>
  !NEVER.has(property) &&
  (ALONE.has(property) || FAMILIES.some((family) => property === family || property.startsWith(`${family}-`)));

export const FUNCTIONS = set(
  'calc min max clamp rgb rgba hsl hsla repeat minmax fit-content counter rotate translate translatex translatey scale',
);

export const POSITIONS = set('static relative absolute');
