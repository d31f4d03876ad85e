import { fadeToBlack, overlay } from './blend.ts';
import { viewAt } from './camera.ts';
import { buildCaptionPlate, type CaptionPlate } from './caption-plate.ts';
import type { ClipCaption, ClipPlan } from './clip-plan.ts';
import { buildFrontRect, layFront } from './depth.ts';
import { createFrameStudio } from './frame-studio.ts';
import { buildSourceRect } from './source-rect.ts';
import { buildStoryCard, type StoryCard } from './story-card.ts';
import { turnPage } from './turn-page.ts';
import type { YuvaImage, YuvPicture } from './yuv.ts';

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
 * Paints the frames of one clip in order. Drawings are made when their first frame comes up and dropped after their last.
 *
 * @param pictures prepared pictures, one for each layer of the plan; with depth the place, the front and its cover
 * @param framesKept how many painted frames stay untouched while later ones are painted
 * @returns `paint(index)`: an unpadded YUV 4:2:0 frame of the plan's size
 */
export function createClipPainter(
  plan: ClipPlan,
  pictures: YuvPicture[],
  framesKept: number,
): (index: number) => Uint8Array {
  const { width, height, fps } = plan.format;
  // More than the kept ones, for the second picture of a transition or the two of a front.
  const studio = createFrameStudio(width, height, pictures, framesKept + (plan.depth ? 2 : 1));
  const cardFadeFrames = Math.round(CARD_FADE_SECONDS * fps);
  let plate: { caption: ClipCaption; drawing: CaptionPlate; lit: number; image: YuvaImage } | null = null;
  let card: { text: string; drawing: StoryCard } | null = null;

  function paintLayer(layerIndex: number, index: number, frame: number): void {
    const layer = plan.layers[layerIndex];
    const picture = pictures[layerIndex];
    if (!layer || !picture) throw new RangeError(`the clip has no layer ${layerIndex}`);
    const position = (layer.firstFrame + index) / Math.max(1, layer.sceneFrames - 1);
    const rect = buildSourceRect(viewAt(layer.camera, position), picture, width, height);
    studio.sampleView(layerIndex, rect, frame);
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

  return (index) => {
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
  };
}
