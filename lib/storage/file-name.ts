import { type AssetKind, extensionOf } from './paths';

/** What a saved file is called: "The Mouse and the Moon.mp4", "The Mouse and the Moon, page 2.png". Pure. */
export function fileNameOf(
  title: string,
  asset: { kind: AssetKind; mediaType: string; scenePosition: number | null },
): string {
  const page = asset.scenePosition === null ? '' : `, page ${asset.scenePosition + 1}`;
  // A story may have a picture, a poster and its characters in the same type.
  const role = asset.kind === 'poster' || asset.kind === 'character' ? `, ${asset.kind}` : '';
  return `${baseNameOf(title)}${page}${role}.${extensionOf(asset.mediaType)}`;
}

/** A title as every file system takes it. */
export function baseNameOf(title: string): string {
  const plain = (title || 'Story').replaceAll(/[\p{Cc}/\\:*?"<>|\s]+/gu, ' ').trim();
  return plain || 'Story';
}
