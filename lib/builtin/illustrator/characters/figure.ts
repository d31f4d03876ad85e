/** A drawn character: feet at 0,0, up is negative, looking to the right. Staging scales it to the page. */
export type Figure = {
  svg: string;
  /** Top of head or hat above the feet, in figure units. */
  height: number;
  /** Half the width that must stay free of other faces, in figure units. */
  halfWidth: number;
  /** Middle and radius of the face, for light and for bubbles around it. */
  head: { y: number; radius: number };
  /** Does it hover over the ground by nature (fairies, bees, ghosts, clouds)? */
  hovers: boolean;
  /** Swimmers sit in water where others need a boat. */
  swims: boolean;
  /** At home on land and under water: needs no air bubble. */
  dives?: boolean;
};
