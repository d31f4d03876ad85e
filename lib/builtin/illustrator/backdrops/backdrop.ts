import type { SceneSetting } from '../../../story/schema.ts';
import type { Painter } from '../painter.ts';

/** A place, painted: everything but the characters. */
export type Backdrop = {
  /** From far to near. Each is one sheet in the cut-out style. */
  layers: string[];
  /** Over the characters: leaves at the edges, the rim of a boat. */
  front: string;
  /** What characters stand on or hang in. */
  stage: 'land' | 'floor' | 'boat' | 'cloud' | 'water' | 'moon';
  /** Indoors weather stays behind the window. */
  indoors: boolean;
};

export type PaintBackdrop = (painter: Painter, setting: SceneSetting) => Backdrop;
