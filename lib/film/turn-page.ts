/**
 * A page that turns from right to left: left of the fold lies the old picture, over it the back of its turned part, and
 * right of the fold the next picture comes to light. Works on unpadded YUV 4:2:0 frames, in place.
 */

/** How far the fold leans, as a share of the frame's height: hands turn a page by its lower corner. */
const LEAN = 0.2;
/** The back of the page: story paper, with a little of the picture showing through. */
const PAPER = [226, 124, 132] as const;
const SHOW_THROUGH = 0.16;
/** Where the paper bends, as a share of the frame's width. */
const BEND = 0.13;

type Shades = { flap: Float32Array; revealed: Float32Array; covered: Float32Array };

/** Light by the distance from the fold (or from the flap's free edge), for every whole pixel of a plane's row. */
function buildShades(width: number, lift: number): Shades {
  const flap = new Float32Array(width);
  const revealed = new Float32Array(width);
  const covered = new Float32Array(width);
  const bend = width * BEND;
  for (let distance = 0; distance < width; distance++) {
    const bent = Math.min(1, distance / bend);
    flap[distance] = 0.66 + 0.34 * Math.sin((bent * Math.PI) / 2) ** 0.8;
    revealed[distance] = 1 - 0.5 * lift * Math.exp(-distance / (width * 0.045));
    covered[distance] = 1 - 0.38 * lift * Math.exp(-distance / (width * 0.02));
  }
  return { flap, revealed, covered };
}

function turnPlane(
  old: Uint8Array,
  next: Uint8Array,
  plane: { offset: number; width: number; height: number; black: number; paper: number },
  share: number,
  shades: Shades,
): void {
  const { offset, width, height, black, paper } = plane;
  const lean = LEAN * height;
  // From just past the right edge to just past the left one, the leaning corners included.
  const middle = (width + lean) * (1 - share) - lean / 2;
  const dim = (value: number, light: number) => black + (value - black) * light;
  for (let y = 0; y < height; y++) {
    const row = offset + y * width;
    const fold = Math.round(middle + lean * (0.5 - y / height));
    const edge = 2 * fold - width;
    const flapFrom = Math.max(0, edge);
    const foldAt = Math.min(width, fold);
    for (let x = 0; x < Math.min(edge, width); x++) {
      const light = shades.covered[edge - 1 - x] ?? 1;
      if (light < 0.995) old[row + x] = dim(old[row + x] as number, light);
    }
    // The flap reads what lies right of the fold, so it is drawn before that is overwritten.
    for (let x = flapFrom; x < foldAt; x++) {
      const distance = fold - 1 - x;
      const behind = old[row + fold + distance] ?? paper;
      const back = paper + (behind - paper) * SHOW_THROUGH;
      old[row + x] = dim(back, shades.flap[distance] ?? 1);
    }
    for (let x = Math.max(0, fold); x < width; x++) {
      const light = shades.revealed[x - fold] ?? 1;
      const value = next[row + x] as number;
      old[row + x] = light < 0.995 ? dim(value, light) : value;
    }
  }
}

/**
 * @param frame the old picture; becomes the picture of the turning page
 * @param next the picture underneath
 * @param share 0 (not begun) … 1 (turned)
 */
export function turnPage(
  frame: Uint8Array,
  next: Uint8Array,
  width: number,
  height: number,
  share: number,
): void {
  // The shadows come and go with the page, so that its first and last frames do not jump.
  const lift = Math.min(1, share * 8, (1 - share) * 8);
  const luma = width * height;
  const planes = [
    { offset: 0, width, height, black: 16, paper: PAPER[0] },
    { offset: luma, width: width >> 1, height: height >> 1, black: 128, paper: PAPER[1] },
    { offset: luma + luma / 4, width: width >> 1, height: height >> 1, black: 128, paper: PAPER[2] },
  ];
  for (const plane of planes) turnPlane(frame, next, plane, share, buildShades(plane.width, lift));
}
