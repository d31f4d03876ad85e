import type { IllustrationStyle, Mood, SceneSetting, TimeOfDay, Weather } from '../../story/schema.ts';
import { lighten, luminance, mix, multiply, type Rgb, saturate } from './colour.ts';

/** The light of one page. Local colours are chosen as on a clear noon and pass through `tone`. */
export type Light = {
  skyTop: string;
  skyMiddle: string;
  skyLow: string;
  sun: string;
  /** What far things fade into. */
  haze: string;
  hazeAmount: number;
  isNight: boolean;
  /** 0…1: how much lamps, windows and stars glow. */
  glow: number;
  /** 0…1: how strong direct light and its shadows are. */
  direct: number;
  /** A local colour in this light; depth 0 is close, 1 the horizon. */
  tone(hex: string, depth?: number): string;
  /** The same for characters and props, which must stay readable in the dark. */
  toneActor(hex: string): string;
};

type Base = { sky: [string, string, string]; sun: string; haze: string; ambient: Rgb; actor: Rgb };

const TIMES: Record<TimeOfDay, Base> = {
  morning: {
    sky: ['#86bfe9', '#cfe2ee', '#ffe3bf'],
    sun: '#fff2c4',
    haze: '#f7dcc9',
    ambient: [1.03, 0.97, 0.9],
    actor: [1.02, 0.98, 0.94],
  },
  day: {
    sky: ['#4ba3e6', '#93d2f3', '#e4f5f4'],
    sun: '#fff6d0',
    haze: '#cfe8f2',
    ambient: [1, 1, 1],
    actor: [1, 1, 1],
  },
  sunset: {
    sky: ['#5c4c9d', '#e57f8c', '#ffce86'],
    sun: '#ffe2a0',
    haze: '#f2a384',
    ambient: [0.95, 0.76, 0.7],
    actor: [1, 0.9, 0.84],
  },
  night: {
    sky: ['#101c4d', '#26397f', '#5d6db4'],
    sun: '#fbf4d4',
    haze: '#4459a4',
    ambient: [0.37, 0.46, 0.74],
    actor: [0.83, 0.85, 0.98],
  },
};

type Change = { grey: number; tint: string; tintAmount: number; dim: number; haze: number; direct: number };
const WEATHERS: Record<Weather, Change> = {
  clear: { grey: 1, tint: '#ffffff', tintAmount: 0, dim: 1, haze: 0.62, direct: 1 },
  cloudy: { grey: 0.68, tint: '#c4ccd6', tintAmount: 0.28, dim: 0.96, haze: 0.68, direct: 0.5 },
  rain: { grey: 0.5, tint: '#7f90a8', tintAmount: 0.46, dim: 0.86, haze: 0.76, direct: 0.15 },
  snow: { grey: 0.6, tint: '#dfe8f3', tintAmount: 0.4, dim: 1, haze: 0.74, direct: 0.4 },
  fog: { grey: 0.55, tint: '#dde3e6', tintAmount: 0.5, dim: 0.98, haze: 0.94, direct: 0.1 },
  wind: { grey: 0.92, tint: '#d9ecf0', tintAmount: 0.1, dim: 1, haze: 0.62, direct: 0.8 },
  storm: { grey: 0.45, tint: '#4c4a6b', tintAmount: 0.62, dim: 0.7, haze: 0.74, direct: 0.1 },
};

const MOODS: Record<Mood, { colour: number; tint: string; amount: number }> = {
  calm: { colour: 1, tint: '#ffffff', amount: 0 },
  happy: { colour: 1.14, tint: '#ffe9a8', amount: 0.08 },
  curious: { colour: 1.05, tint: '#bfeadf', amount: 0.07 },
  worried: { colour: 0.82, tint: '#8e97b8', amount: 0.12 },
  sad: { colour: 0.66, tint: '#7d92b8', amount: 0.18 },
  brave: { colour: 1.12, tint: '#ffb26b', amount: 0.1 },
  magical: { colour: 1.12, tint: '#c98bf0', amount: 0.2 },
  sleepy: { colour: 0.9, tint: '#8d84c9', amount: 0.16 },
};

/** The night style tells every page by moonlight, so that lamps, windows and stars can glow. */
export function createLight(asked: SceneSetting, style: IllustrationStyle = 'storybook'): Light {
  const setting: SceneSetting = style === 'night' ? { ...asked, timeOfDay: 'night' } : asked;
  const base = TIMES[setting.timeOfDay];
  const weather = WEATHERS[setting.weather];
  const mood = MOODS[setting.mood];
  const isNight = setting.timeOfDay === 'night';
  // Grey weather takes the time's own brightness, or a rainy night would be lighter than a clear one.
  const weatherTint = (hex: string) => {
    const bright = luminance(hex) / 190;
    const tint = multiply(weather.tint, [
      Math.min(1.15, bright),
      Math.min(1.15, bright),
      Math.min(1.15, bright),
    ]);
    return mix(saturate(hex, weather.grey), tint, weather.tintAmount);
  };
  const moodTint = (hex: string, part: number) => {
    const bright = Math.min(1.1, luminance(hex) / 165);
    return mix(saturate(hex, mood.colour), multiply(mood.tint, [bright, bright, bright]), mood.amount * part);
  };
  const sky = base.sky.map((hex) => moodTint(weatherTint(hex), 1)) as Base['sky'];
  const haze = moodTint(weatherTint(base.haze), 0.8);
  const dim = (ambient: Rgb): Rgb => [
    ambient[0] * weather.dim,
    ambient[1] * weather.dim,
    ambient[2] * weather.dim,
  ];
  const ambient = dim(base.ambient);
  const actor = base.actor.map((value) => value * (0.5 + weather.dim / 2)) as Rgb;
  const glow = isNight ? 1 : setting.timeOfDay === 'sunset' ? 0.6 : weather.dim < 0.9 ? 0.45 : 0;
  return {
    skyTop: sky[0],
    skyMiddle: sky[1],
    skyLow: sky[2],
    sun: base.sun,
    haze,
    hazeAmount: weather.haze,
    isNight,
    glow,
    direct: weather.direct * (isNight ? 0.6 : 1),
    tone(hex, depth = 0) {
      const lit = moodTint(saturate(multiply(hex, ambient), 0.55 + weather.grey * 0.45), 0.6);
      return mix(lit, haze, Math.min(1, depth) * weather.haze);
    },
    toneActor: (hex) => moodTint(multiply(hex, actor), 0.25),
  };
}

/** Lamps and windows: warm when the world is dark, the plain colour of glass when it is not. */
export const lamp = (light: Light, glass: string) =>
  light.glow > 0.3 ? mix('#ffd27a', lighten('#ffd27a', 0.3), light.glow) : light.tone(glass);
