import { fadeToBlack, overlay } from './blend.ts';
import { viewAt } from './camera.ts';
import { buildCaptionPlate, type CaptionPlate } from './caption-plate.ts';
import type { ClipCaption, ClipPlan } from './clip-plan.ts';
import { buildFrontRect, layFront } from './depth.ts';
import type { FrameReader } from './frame-reader.ts';
import { createFrameStudio } from './frame-studio.ts';
import { createMovingLayer, type MovingLayer } from './moving-layer.ts';
import { buildSourceRect } from './source-rect.ts';
import { buildStoryCard, type StoryCard } from './story-card.ts';
import { turnPage } from './turn-page.ts';
import { frameByteLength, type YuvaImage, type YuvPicture } from './yuv.ts';

/** What one layer shows: a prepared picture, the three of one with depth, or a moving picture from one of its frames on. */
export type LayerSource = { pictures: YuvPicture[] } | { reader: FrameReader; firstFrame: number };

export type ClipPainter = {
  /** Reads what the moving pictures of a frame show; undefined where there are none and nothing is to be waited for. */
  load(index: number): Promise<void> | undefined;
  /** An unpadded YUV 4:2:0 frame of the plan's size. */
  paint(index: number): Uint8Array;
};

const CAPTION_FADE_FRAMES = 4;
const CARD_FADE_SECONDS = 0.55;

/** 0…1 inside a span that fades in and out over `fadeFrames`, with soft ends. */
function spanOpacity(frame: number, startFrame: number, endFrame: number, fadeFrames: number): number {
  const edge = Math.min(frame - startFrame + 1, endFrame - frame) / (fadeFrames + 1);
  const t = Math.min(1, Math.max(0, edge));
  return t * t * (3 - 2 * t);
}

function findLitWord(caption: ClipCaption, frame: number): number {
  if (frame >= caption.spokenUntilFrame) return -1;
  return caption.wordStartFrames.findLastIndex((start) => start <= frame);
}

/**
 * Paints the frames of one clip in order, each after it was loaded. Drawings are made when their first frame comes up and dropped after their last.
 *
 * @param sources one for each layer of the plan; with depth the place, the front and its cover
 * @param framesKept how many painted frames stay untouched while later ones are painted
 */
export function createClipPainter(plan: ClipPlan, sources: LayerSource[], framesKept: number): ClipPainter {
  const { width, height, fps } = plan.format;
  const { pictures, firstOf } = layOut(sources);
  // More than the kept ones, for the second picture of a transition, and the two of a front or the neighbour of a moving one.
  const studio = createFrameStudio(width, height, pictures, framesKept + 2);
  const moving = plan.layers.map((layer, index): MovingLayer | null => {
    const [source, at] = [sources[index], firstOf[index] ?? 0];
    if (!layer.motion || !source || !('reader' in source)) return null;
    return createMovingLayer(studio, [at, at + 1], source.reader, layer.motion, source.firstFrame);
  });
  const isMoving = moving.some((layer) => layer !== null);
  const cardFadeFrames = Math.round(CARD_FADE_SECONDS * fps);
  let plate: { caption: ClipCaption; drawing: CaptionPlate; lit: number; image: YuvaImage } | null = null;
  let card: { text: string; drawing: StoryCard } | null = null;

  function paintLayer(layerIndex: number, index: number, frame: number): void {
    const layer = plan.layers[layerIndex];
    const at = firstOf[layerIndex] ?? 0;
    const picture = pictures[at];
    if (!layer || !picture) throw new RangeError(`the clip has no layer ${layerIndex}`);
    const position = (layer.firstFrame + index) / Math.max(1, layer.sceneFrames - 1);
    const rect = buildSourceRect(viewAt(layer.camera, position), picture, width, height);
    const film = moving[layerIndex];
    if (film) film.sample(rect, frame, framesKept + 1);
    else studio.sampleView(at, rect, frame);
  }

  function paintDepth(index: number, slot: number, direction: 1 | -1): void {
    const [layer] = plan.layers;
    const [place] = pictures;
    if (!layer || !place) throw new RangeError('a clip with depth has one layer of three pictures');
    const frameIndex = layer.firstFrame + index;
    const position = frameIndex / Math.max(1, layer.sceneFrames - 1);
    const behind = buildSourceRect(viewAt(layer.camera, position), place, width, height);
    const front = buildFrontRect(behind, plan.format, position, frameIndex / fps, direction);
    studio.sampleView(0, behind, slot);
    studio.sampleView(1, front, framesKept);
    studio.sampleView(2, front, framesKept + 1);
    const [frame, colours, cover] = [slot, framesKept, framesKept + 1].map((each) => studio.frames[each]);
    if (frame && colours && cover) layFront(frame, colours, cover);
  }

  function paintCaption(index: number, frame: Uint8Array): void {
    const position = plan.captions.findIndex((each) => index >= each.startFrame && index < each.endFrame);
    const caption = plan.captions[position];
    if (!caption) {
      plate = null;
      return;
    }
    const lit = findLitWord(caption, index);
    if (plate?.caption !== caption) {
      const drawing = buildCaptionPlate(caption.lines, width, height);
      plate = { caption, drawing, lit: -1, image: drawing.resting };
    }
    if (plate.lit !== lit) {
      plate.lit = lit;
      plate.image = lit < 0 ? plate.drawing.resting : plate.drawing.withWordLit(lit);
    }
    // Captions that follow each other at once change without a blink; the first and last of a run come and go softly.
    const joinsPrevious = plan.captions[position - 1]?.endFrame === caption.startFrame;
    const joinsNext = plan.captions[position + 1]?.startFrame === caption.endFrame;
    const opacity = spanOpacity(
      index,
      joinsPrevious ? Number.NEGATIVE_INFINITY : caption.startFrame,
      joinsNext ? Number.POSITIVE_INFINITY : caption.endFrame,
      CAPTION_FADE_FRAMES,
    );
    overlay(frame, width, height, plate.image, plate.drawing.left, plate.drawing.top, opacity);
  }

  function paintCard(index: number, frame: Uint8Array): void {
    const current = plan.cards.find((each) => index >= each.startFrame && index < each.endFrame);
    if (!current) {
      card = null;
      return;
    }
    if (card?.text !== current.text) {
      card = { text: current.text, drawing: buildStoryCard(current.text, current.kind, width, height) };
    }
    const { image, left, top } = card.drawing;
    const opacity = spanOpacity(index, current.startFrame, current.endFrame, cardFadeFrames);
    overlay(frame, width, height, image, left, top, opacity);
  }

  async function load(index: number): Promise<void> {
    for (const [position, film] of moving.entries()) {
      await film?.load((plan.layers[position]?.firstFrame ?? 0) + index);
    }
  }

  function paint(index: number): Uint8Array {
    const slot = index % framesKept;
    const frame = studio.frames[slot];
    if (!frame) throw new RangeError('at least one frame has to be kept');
    if (plan.depth) paintDepth(index, slot, plan.depth.direction);
    else paintLayer(0, index, slot);
    if (plan.layers.length > 1) {
      paintLayer(1, index, framesKept);
      const t = (index + 1) / (plan.frameCount + 1);
      const share = t * t * (3 - 2 * t);
      if (plan.transition === 'page-turn')
        turnPage(frame, studio.frames[framesKept] as Uint8Array, width, height, share);
      else studio.crossfade(slot, framesKept, share);
    }
    paintCard(index, frame);
    paintCaption(index, frame);
    const fromEnd = plan.frameCount - 1 - index;
    const light = Math.min(
      plan.fadeInFrames > 0 ? index / plan.fadeInFrames : 1,
      plan.fadeOutFrames > 0 ? fromEnd / plan.fadeOutFrames : 1,
    );
    if (light < 1) fadeToBlack(frame, width * height, light);
    return frame;
  }

  return { load: (index) => (isMoving ? load(index) : undefined), paint };
}

/** All pictures in one list, and where each layer's begin. A moving one has room for two of its frames. */
function layOut(sources: LayerSource[]): { pictures: YuvPicture[]; firstOf: number[] } {
  const pictures: YuvPicture[] = [];
  const firstOf = sources.map((source) => {
    const first = pictures.length;
    if ('pictures' in source) pictures.push(...source.pictures);
    else {
      const { size } = source.reader;
      const bytes = new SharedArrayBuffer(frameByteLength(size.stride, size.height));
      pictures.push({ ...size, bytes }, { ...size, bytes });
    }
    return first;
  });
  return { pictures, firstOf };
}
