/**
 * How every clip is encoded. The same for all, so that they carry the same parameter sets and can be joined without being
 * encoded again. Fixed B-frames and no scene cut detection: our motion is slow and every cut is a clip boundary, so the
 * analysis would cost time and find nothing.
 */
export const ENCODER_OPTIONS: readonly string[] = [
  '-c:v',
  'libx264',
  '-preset',
  'superfast',
  '-crf',
  '22',
  '-threads',
  '2',
  '-x264-params',
  'scenecut=0:bframes=2:b-adapt=0:open-gop=0:stitchable=1',
  '-pix_fmt',
  'yuv420p',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-color_range',
  'tv',
  '-video_track_timescale',
  '90000',
];
