/**
 * Of two Tailwind classes that set the same thing the later one wins, as with `tailwind-merge`, whose tables would be the
 * fifteenth part of all script of the start page. It knows the classes of this application; a test compares both on each.
 */
export function mergeClasses(classes: string): string {
  const known = remembered.get(classes);
  if (known !== undefined) return known;
  const taken = new Set<string>();
  const kept: string[] = [];
  for (const name of classes.split(/\s+/).reverse()) {
    if (name === '') continue;
    const { variants, property } = readClass(name);
    if (property !== undefined) {
      if (taken.has(variants + property)) continue;
      for (const covered of [property, ...(COVERS[property] ?? [])]) taken.add(variants + covered);
    }
    kept.push(name);
  }
  const merged = kept.reverse().join(' ');
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(classes, merged);
  return merged;
}

const MOST_REMEMBERED = 500;
const remembered = new Map<string, string>();

const sides = (name: string) => [`${name}t`, `${name}r`, `${name}b`, `${name}l`];
const box = (name: string) => ({
  [name]: [`${name}x`, `${name}y`, ...sides(name)],
  [`${name}x`]: [`${name}r`, `${name}l`],
  [`${name}y`]: [`${name}t`, `${name}b`],
});

/** What else a class of a property sets. */
const COVERS: Record<string, readonly string[]> = {
  ...box('p'),
  ...box('m'),
  ...box('border-'),
  inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
  'inset-x': ['right', 'left'],
  'inset-y': ['top', 'bottom'],
  size: ['w', 'h'],
  gap: ['gap-x', 'gap-y'],
  overflow: ['overflow-x', 'overflow-y'],
  flex: ['basis', 'grow', 'shrink'],
  'line-clamp': ['display', 'overflow'],
  'text-size': ['leading'],
  rounded: ['t', 'r', 'b', 'l', 'tl', 'tr', 'br', 'bl'].map((corner) => `rounded-${corner}`),
  'rounded-t': ['rounded-tl', 'rounded-tr'],
  'rounded-r': ['rounded-tr', 'rounded-br'],
  'rounded-b': ['rounded-br', 'rounded-bl'],
  'rounded-l': ['rounded-tl', 'rounded-bl'],
};

/** Whole classes, by what they set. */
const KEYWORDS = new Map(
  Object.entries({
    display: 'block inline-block inline flex inline-flex grid inline-grid contents hidden table list-item',
    position: 'static fixed absolute relative sticky',
    visibility: 'visible invisible collapse',
    'sr-only': 'sr-only not-sr-only',
    isolation: 'isolate isolation-auto',
    'font-style': 'italic not-italic',
    underline: 'underline overline line-through no-underline',
    case: 'uppercase lowercase capitalize normal-case',
    truncate: 'truncate text-ellipsis text-clip',
    'flex-direction': 'flex-row flex-row-reverse flex-col flex-col-reverse',
    'flex-wrap': 'flex-wrap flex-nowrap flex-wrap-reverse',
    'text-align': 'text-left text-center text-right text-justify text-start text-end',
    'text-wrap': 'text-wrap text-nowrap text-balance text-pretty',
    break: 'break-normal break-words break-all break-keep',
    'list-position': 'list-inside list-outside',
    rounded: 'rounded',
    outline: 'outline',
    'outline-style': 'outline-none outline-hidden outline-solid outline-dashed outline-dotted',
    'border-style': 'border-solid border-dashed border-dotted border-double border-hidden border-none',
    'border-collapse': 'border-collapse border-separate',
    'decoration-style':
      'decoration-solid decoration-double decoration-dotted decoration-dashed decoration-wavy',
    'bg-image': 'bg-none',
    'object-fit': 'object-contain object-cover object-fill object-none object-scale-down',
    'font-family': 'font-mono font-sans font-story font-title',
    tabular: 'tabular-nums proportional-nums',
    transition: 'transition',
    grow: 'grow',
    shrink: 'shrink',
    'divide-x': 'divide-x',
    'divide-y': 'divide-y',
    shadow: 'shadow',
  }).flatMap(([property, names]) => names.split(' ').map((name) => [name, property])),
);

/** Beginnings of classes that all set one thing; a longer one goes before a shorter. */
const PREFIXES =
  'px py pt pr pb pl p mx my mt mr mb ml m inset-x inset-y inset top right bottom left min-w max-w w min-h max-h h size gap-x gap-y gap space-x space-y z order opacity aspect columns col-span row-span grid-cols grid-rows items justify-items justify-self justify content self place-items place-content basis grow shrink flex overflow-x overflow-y overflow overscroll leading tracking line-clamp whitespace wrap align cursor select pointer-events resize touch appearance animate duration delay ease transition rotate scale translate-x translate-y fill stroke rounded-tl rounded-tr rounded-br rounded-bl rounded-t rounded-r rounded-b rounded-l rounded shadow backdrop-blur blur underline-offset outline-offset break-inside field-sizing scroll-mt scroll-mb scroll-mx scroll-my scroll-m scroll-pt scroll-pb scroll-p snap accent caret divide-x divide-y'.split(
    ' ',
  );
const PREFIXED = new RegExp(`^(${PREFIXES.join('|')})-.`);
const SIZES = /^text-(?:xs|sm|base|lg|\d?xl|\[[\d.]+(?:rem|em|px|vw|%)\]|\[(?:clamp|calc|min|max)\()/;
const BORDER = /^border(?:-([xytrbl]))?(?:-(?:\d+|\[[\d.]+px\]))?$/;

function readClass(name: string): { variants: string; property: string | undefined } {
  // A colon in brackets belongs to a selector or a value.
  const end = name.replace(/\[[^\]]*\]|\([^)]*\)/g, (inner) => '_'.repeat(inner.length)).lastIndexOf(':') + 1;
  const isImportant = name.endsWith('!');
  const variants = name.slice(0, end) + (isImportant ? '!' : '');
  return { variants, property: findProperty(name.slice(end, isImportant ? -1 : undefined)) };
}

/** What a class without variants sets; undefined for one that is not Tailwind's, or sets what nothing else does. */
export function findProperty(name: string): string | undefined {
  const keyword = KEYWORDS.get(name);
  if (keyword) return keyword;
  if (name.startsWith('[')) return name.slice(0, name.indexOf(':') + 1) || undefined;
  const width = BORDER.exec(name);
  if (width) return `border-${width[1] ?? ''}`;
  if (SIZES.test(name)) return 'text-size';
  if (/^outline-\d/.test(name)) return 'outline';
  if (/^decoration-(?:\d|auto|from-font)/.test(name)) return 'decoration-width';
  if (/^bg-\[(?:[a-z-]+-gradient|url)\(/.test(name)) return 'bg-image';
  if (/^font-(?:thin|light|normal|medium|semibold|bold|black|\d+)$/.test(name)) return 'font-weight';
  const coloured = /^(?:text|bg|border-[xytrbl]|border|outline(?!-offset)|decoration|list)(?=-.)/.exec(
    name,
  )?.[0];
  if (coloured) return `${coloured} colour`;
  return PREFIXED.exec(name.replace(/^-/, ''))?.[1];
}
