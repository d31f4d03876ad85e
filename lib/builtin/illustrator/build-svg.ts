import { createRandom } from '../random.ts';
import { BACKDROPS } from './backdrops/backdrops.ts';
import { createCastMember } from './characters/cast.ts';
import { mapColours } from './colour.ts';
import type { Depiction } from './depiction.ts';
import { createFrame, type Frame } from './frame.ts';
import { getIconStore, type IconStore } from './icons/icon-store.ts';
import { createLight } from './light.ts';
import { createPainter } from './painter.ts';
import { buildPortrait } from './portrait.ts';
import { drawProps, findProps } from './props.ts';
import { drawFireflies } from './scenery/land.ts';
import { drawBolt, drawWeather } from './scenery/sky.ts';
import { drawSetPieces } from './set-pieces.ts';
import { type Stand, stageCast, standHalf } from './staging.ts';
import { box, escapeXml, num, place } from './svg.ts';

export type PictureSize = { width: number; height: number };

/** The whole page; only the place; or only who and what stands before it, on nothing. */
export type PicturePart = 'whole' | 'behind' | 'before';

type Options = { icons?: IconStore; part?: PicturePart };

/** Where a character is on the page, as parts of its width and height from the upper left. */
export type CastRegion = { characterId: string; left: number; top: number; width: number; height: number };

/**
 * The page as SVG text: the same depiction and size give the same text. Nothing a user wrote enters it unescaped.
 * Node only (reads icon files); runs in the illustrator's worker.
 */
export function buildSvg(depiction: Depiction, size: PictureSize, options: Options = {}): string {
  if (depiction.portrait) return buildPortrait(depiction, size, options.icons ?? getIconStore());
  return composePage(depiction, size, options).svg;
}

/** Where everybody stands on the page that `buildSvg` draws of this. */
export function findCast(depiction: Depiction, size: PictureSize, icons?: IconStore): CastRegion[] {
  return composePage(depiction, size, { icons }).regions;
}

function composePage(
  depiction: Depiction,
  size: PictureSize,
  { icons = getIconStore(), part = 'whole' }: Options,
): { svg: string; regions: CastRegion[] } {
  const { setting, sceneIndex, seed } = depiction;
  // The world follows the story and the place; the page only moves the camera through it.
  const world = createRandom(`${seed}/${setting.place}`);
  const page = createRandom(`${seed}/page ${sceneIndex}/${setting.place}`);
  const frame = createFrame(
    size.width / size.height,
    sceneIndex,
    world.fork('camera').int(0, 5),
    page.fork('frame'),
  );
  const light = createLight(setting, depiction.style);
  const isPaper = depiction.style === 'paper';
  const painter = createPainter(frame, light, page.fork('paint'), 'g', isPaper);
  const backdrop = BACKDROPS[setting.place](painter, setting);

  const magical = setting.mood === 'magical';
  const actors = createPainter(frame, light, world, 'a', isPaper);
  const cast = depiction.characters.map((sheet) => {
    const member = createCastMember(sheet, icons);
    return { member, figure: member.draw(setting.mood, sceneIndex, actors) };
  });
  const stands = stageCast(cast, frame, sceneIndex, page.fork('staging'));
  const relight = (svg: string) => mapColours(svg, light.toneActor);
  const props = drawProps(
    findProps(depiction, icons),
    stands,
    painter,
    icons,
    {
      magical,
      indoors: backdrop.stage === 'floor' || setting.place === 'cave',
      afloat: backdrop.stage === 'boat',
    },
    page.fork('props'),
  );
  const set = drawSetPieces(backdrop.stage, stands, painter);
  const feetOf = (stand: Stand) =>
    stand.y - set.lift - (stand.figure.hovers && backdrop.stage !== 'boat' ? frame.height * 0.02 : 0);
  const figures = stands
    .toSorted((a, b) => a.y - b.y)
    .map((stand) => {
      const body = place(stand.figure.svg, {
        x: stand.x,
        y: feetOf(stand),
        scale: stand.scale,
        flip: stand.flip,
      });
      return `${set.under(stand)}<g data-character="${escapeXml(stand.member.sheet.id)}">${relight(body)}</g>${set.over(stand)}`;
    })
    .join('');

  const weather = backdrop.indoors ? '' : drawWeather(painter, setting.weather);
  const bolt = !backdrop.indoors && setting.weather === 'storm' ? drawBolt(painter) : '';
  const behind = [...backdrop.layers, bolt, relight(props.behind)];
  const before = [`${set.behind}${figures}${relight(props.beside)}${set.front}`, backdrop.front];
  const sheets = part === 'whole' ? [...behind, ...before] : part === 'behind' ? behind : before;
  const air =
    part === 'before'
      ? ''
      : (magical ? drawFireflies(painter, 26, frame.captionTop, '#ffd9f2') : '') +
        weather +
        calmFifth(frame.width, frame.height, frame.captionTop);
  const defs = painter.defs() + mapColours(actors.defs(), light.toneActor);
  const shadow = (sheet: string) =>
    isPaper ? `<g transform="translate(4 -7)" opacity=".36">${shadowOf(sheet)}</g>` : '';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${num(frame.width)} ${num(frame.height)}" preserveAspectRatio="none"><defs>${defs}${isPaper ? shadowOf(defs) : ''}</defs>` +
    sheets.map((sheet, index) => `${index > 0 ? shadow(sheet) : ''}<g>${sheet}</g>`).join('') +
    air +
    '</svg>';
  return { svg, regions: stands.map((stand) => regionOf(stand, feetOf(stand), frame)) };
}

function regionOf(stand: Stand, feet: number, frame: Frame): CastRegion {
  const half = standHalf(stand);
  const tall = stand.figure.height * stand.scale;
  const left = Math.max(0, (stand.x - half) / frame.width);
  const top = Math.max(0, (feet - tall) / frame.height);
  return {
    characterId: stand.member.sheet.id,
    left,
    top,
    width: Math.min(1, (stand.x + half) / frame.width) - left,
    height: Math.min(1, feet / frame.height) - top,
  };
}

/**
 * The dark double of a sheet, moved a little: the crisp shadow of cut paper. A drop-shadow filter would take seconds.
 * Ids get a prefix of their own, or the double's dark gradients would replace the real ones.
 */
const shadowOf = (svg: string) =>
  mapColours(svg, () => '#1d1238')
    .replaceAll(' id="', ' id="s-')
    .replaceAll('url(#', 'url(#s-');

/** Captions lie on the lowest fifth: a soft shade takes its contrast away. */
function calmFifth(width: number, height: number, top: number): string {
  return (
    '<linearGradient id="calm" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#140c28" stop-opacity="0"/><stop offset=".5" stop-color="#140c28" stop-opacity=".16"/><stop offset="1" stop-color="#140c28" stop-opacity=".3"/></linearGradient>' +
    box(0, top - height * 0.03, width, height, 'url(#calm)')
  );
}
