/** Where an asset lies and where it is fetched from. Pure and browser-safe: ids in, text out. */

export const MEDIA_BUCKET = 'media';

export type AssetKind =
  | 'picture'
  | 'character'
  | 'narration'
  | 'audio'
  | 'clip'
  | 'video'
  | 'music'
  | 'film'
  | 'captions'
  | 'poster';

/** The last folder of an asset's address; each serves only its own kinds. */
export const ASSET_FAMILIES = {
  images: ['picture', 'poster', 'character'],
  audio: ['narration', 'audio', 'music'],
  videos: ['film', 'clip', 'video'],
  captions: ['captions'],
} as const satisfies Record<string, readonly AssetKind[]>;
export type AssetFamily = keyof typeof ASSET_FAMILIES;

const FAMILY_OF: Record<AssetKind, AssetFamily> = {
  picture: 'images',
  character: 'images',
  poster: 'images',
  narration: 'audio',
  audio: 'audio',
  music: 'audio',
  film: 'videos',
  clip: 'videos',
  video: 'videos',
  captions: 'captions',
};

const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'text/vtt': 'vtt',
};

/** The extension of a media type, without the dot: 'bin' for one we do not make. */
export function extensionOf(mediaType: string): string {
  return EXTENSIONS[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin';
}

/** An object's path in the `media` bucket; `folder` is the story's `media_folder`. */
export function assetObjectPath(key: { folder: string; assetId: string; extension: string }): string {
  return `${key.folder}/${key.assetId}.${key.extension}`;
}

/** The path under which our own HTTP API serves an asset to its owner. */
export function assetUrl(asset: {
  kind: AssetKind;
  storyId: string;
  assetId: string;
  mediaType: string;
}): string {
  const file = `${asset.assetId}.${extensionOf(asset.mediaType)}`;
  return `/api/v1/stories/${FAMILY_OF[asset.kind]}/stories/${asset.storyId}/${file}`;
}
