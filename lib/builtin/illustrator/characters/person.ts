import type { Mood } from '../../../story/schema.ts';
import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, place, shape } from '../svg.ts';
import { type BodyLook, drawBody, headY, heightOf, shoulderY } from './body.ts';
import { drawFace } from './face.ts';
import type { Figure } from './figure.ts';
import { drawBeard, drawHair } from './hair.ts';
import { drawHat } from './hats.ts';
import type { HairStyle, Hat, Role } from './person-looks.ts';
import type { Pose } from './pose.ts';

export type PersonLook = {
  body: BodyLook;
  hair: HairStyle;
  hairColour: string;
  hat: Hat;
  role: Role;
  scarf?: string;
  glasses: boolean;
  cape?: string;
};

const HEAD = 44;

export function drawPerson(
  look: PersonLook,
  mood: Mood,
  variant: number,
  pose: Pose,
  painter: Painter,
): Figure {
  const { build } = look.body;
  const top = shoulderY(build);
  const body = drawBody(look.body, pose, painter);
  const hat = drawHat(look.hat, look.body.main, look.body.second);
  const scale = build.head / HEAD;
  const head = place(drawHead(look, mood, variant, hat.svg, painter), {
    y: headY(build),
    scale,
    rotate: pose.headTilt,
  });
  const hair = drawHair(look.hair, look.hairColour);
  const backHair =
    look.hat === 'hood' ? '' : place(hair.behind, { y: headY(build), scale, rotate: pose.headTilt });
  const svg =
    (look.role.wings ? drawWings(top) : '') +
    (look.cape ? drawCape(look, painter) : '') +
    backHair +
    body.body +
    (look.role.tail ? drawTail(look, painter) : '') +
    (look.scarf ? drawScarf(look.scarf, -(build.legs + build.torso)) : '') +
    head +
    body.front +
    drawTool(look, pose, top);
  return {
    svg,
    height: heightOf(build) + (14 + hat.rise) * scale,
    halfWidth: 62 * build.width,
    head: { y: headY(build), radius: build.head * 1.3 },
    hovers: look.role.wings === true,
    swims: look.role.tail === true,
  };
}

function drawHead(look: PersonLook, mood: Mood, variant: number, hat: string, painter: Painter): string {
  const { skin } = look.body;
  const hair = drawHair(look.hair, look.hairColour);
  const face = painter.radial(
    [
      [0, lighten(skin, 0.16)],
      [0.6, skin],
      [1, darken(skin, 0.16)],
    ],
    0.45,
    0.38,
    0.68,
  );
  const ear = (side: 1 | -1) =>
    look.role.pointedEars
      ? shape(
          path`M${side * 38} -6 Q${side * 62} -26 ${side * 70} -30 Q${side * 62} 2 ${side * 40} 14 Z`,
          skin,
        )
      : ellipse(side * 43, 5, 8, 10, darken(skin, 0.07));
  const old = look.role.glasses === true && look.body.build.legs < 60;
  return (
    ear(-1) +
    ear(1) +
    shape(
      'M-43 -6 C-43 -36 -24 -46 0 -46 C24 -46 43 -36 43 -6 C43 22 26 42 0 42 C-26 42 -43 22 -43 -6 Z',
      face,
    ) +
    (look.role.beard ? drawBeard(look.hairColour) : '') +
    drawFace(
      {
        eyeGap: 17,
        eyeY: 1,
        eyeSize: 7.4,
        mouthY: 21,
        mouthWidth: 22,
        ink: '#33252f',
        blush: '#f0857f',
        turn: 4,
        brow: darken(look.hairColour, 0.25),
        cheekGap: 27,
      },
      mood,
      variant,
    ) +
    line('M5 9 Q10 12 5 14', darken(skin, 0.26), 2.8) +
    (look.glasses || old ? drawGlasses() : '') +
    (look.hat === 'knight' ? '' : hair.front) +
    hat
  );
}

const drawGlasses = () =>
  `<g fill="#ffffff" fill-opacity=".18" stroke="#6b4a3a" stroke-width="2.6"><circle cx="-14" cy="2" r="12.5"/><circle cx="22" cy="2" r="12.5"/><path d="M-1.500 1 Q4 -3 9.500 1" fill="none"/></g>`;

function drawWings(top: number): string {
  const wing = (side: 1 | -1) =>
    shape(
      path`M${side * 8} ${top + 12} C${side * 40} ${top - 60} ${side * 92} ${top - 52} ${side * 84} ${top - 14} C${side * 80} ${top + 10} ${side * 40} ${top + 20} ${side * 8} ${top + 16} Z`,
      '#d4f1f4',
      0.82,
    ) +
    shape(
      path`M${side * 8} ${top + 16} C${side * 44} ${top + 14} ${side * 70} ${top + 34} ${side * 58} ${top + 54} C${side * 46} ${top + 64} ${side * 20} ${top + 44} ${side * 8} ${top + 18} Z`,
      '#e9d7f5',
      0.82,
    ) +
    line(
      path`M${side * 12} ${top + 10} Q${side * 44} ${top - 26} ${side * 72} ${top - 24}`,
      '#ffffff',
      2.4,
      0.8,
    );
  return wing(-1) + wing(1);
}

function drawCape(look: PersonLook, painter: Painter): string {
  const { build } = look.body;
  const top = -(build.legs + build.torso) + 6;
  const colour = look.cape ?? look.body.second;
  const cloth = painter.linear([
    [0, colour],
    [1, darken(colour, 0.3)],
  ]);
  return shape(
    path`M-15 ${top} C-44 ${top + 40} -56 ${top + 80} -58 -8 Q-30 2 -4 -8 Q26 2 46 -12 C44 ${top + 70} 34 ${top + 36} 15 ${top} Z`,
    cloth,
  );
}

function drawTail(look: PersonLook, painter: Painter): string {
  const hip = -look.body.build.legs;
  const colour = look.body.second;
  const scales = painter.linear([
    [0, lighten(colour, 0.2)],
    [0.6, colour],
    [1, '#3cb6b3'],
  ]);
  const fin = darken('#3cb6b3', 0.1);
  return (
    shape(
      path`M22 -14 C40 -34 62 -34 74 -26 C66 -18 64 -12 70 0 C54 4 34 0 22 -8 Z M20 -12 C30 0 30 8 24 14 C14 10 8 2 8 -6 Z`,
      fin,
    ) +
    shape(
      path`M-30 ${hip - 14} Q0 ${hip - 6} 30 ${hip - 14} C36 ${hip + 12} 26 ${hip + 26} 26 -6 C20 0 10 -2 4 -8 C-20 -14 -36 ${hip + 16} -30 ${hip - 14} Z`,
      scales,
    ) +
    line(
      path`M-22 ${hip} q7 7 14 0 q7 7 14 0 q7 7 14 0 M-16 ${hip + 13} q7 7 14 0 q7 7 14 0 q5 5 10 0 M-6 ${hip + 25} q6 6 12 0 q6 6 12 0`,
      lighten(colour, 0.35),
      2,
      0.7,
    )
  );
}

export function drawScarf(colour: string, neck: number): string {
  return (
    shape(
      path`M-13 ${neck + 11} L-24 ${neck + 42} L-11 ${neck + 46} L-2 ${neck + 14} Z`,
      darken(colour, 0.14),
    ) +
    line(path`M-21 ${neck + 8} Q0 ${neck + 17} 21 ${neck + 8}`, colour, 13) +
    line(path`M-17 ${neck + 8} Q0 ${neck + 14} 17 ${neck + 8}`, lighten(colour, 0.22), 3, 0.7)
  );
}

function drawTool(look: PersonLook, pose: Pose, top: number): string {
  const tool = look.role.tool;
  // A thing in the hand hides the face in gestures that bring the hand there.
  if (!tool || ['wonder', 'clasp', 'rub', 'hips', 'droop'].includes(pose.name)) return '';
  const [x, y] = pose.front.hand;
  const at = { x: x + 20 * (look.body.build.width - 1), y: top + 4 + (y * look.body.build.torso) / 54 };
  const tools: Record<string, string> = {
    wand:
      line('M0 4 L12 -32', '#8b5b3a', 4) +
      shape('M12 -50 L16 -38 L28 -36 L18 -29 L21 -17 L12 -24 L3 -17 L6 -29 L-4 -36 L8 -38 Z', '#f9d95c'),
    staff:
      line('M4 46 L4 -56', '#7a5236', 6) + circle(4, -64, 11, '#8fd8f0') + circle(1, -68, 4, '#ffffff', 0.9),
    sword:
      line('M0 2 L14 -52', '#dfe6ee', 7) + line('M-9 -8 L13 -2', '#c79a3e', 5) + circle(-2, 8, 4, '#c79a3e'),
    spoon: line('M0 6 L8 -34', '#a8744a', 5) + ellipse(10, -42, 8, 11, '#b98555'),
    book:
      shape('M-8 -14 L16 -20 L20 6 L-4 12 Z', '#c8513f') + shape('M-4 12 L20 6 L20 10 L-3 16 Z', '#f6efdd'),
    glass:
      line('M0 4 L9 -14', '#7a5236', 6) +
      `<circle cx="15" cy="-28" r="14" fill="#d7effa" fill-opacity=".65" stroke="#d0a348" stroke-width="4"/>`,
    fork: line('M0 40 L0 -40', '#8b5b3a', 4.5),
    spanner:
      line('M0 6 L10 -30', '#9aa3b0', 7) + circle(11, -34, 8, '#9aa3b0') + circle(13, -39, 4, '#e9edf2'),
    brush: line('M0 6 L10 -26', '#c08a50', 4.5) + ellipse(12, -32, 4.5, 8, look.body.second),
  };
  return place(tools[tool] ?? '', at);
}
