import { describe, expect, it } from 'vitest';
import { buildAssetId } from './asset-content';
import { ASSET_FAMILIES, assetObjectPath, assetUrl, extensionOf } from './paths';

const ids = { ownerId: 'owner', storyId: 'story', assetId: 'asset' };

describe('assetObjectPath', () => {
  it('lies in its story’s folder', () => {
    expect(assetObjectPath({ folder: 'owner/stories/story', assetId: 'asset', extension: 'png' })).toBe(
      'owner/stories/story/asset.png',
    );
  });
});

describe('assetUrl', () => {
  it('is the documented address of pictures and videos', () => {
    expect(assetUrl({ ...ids, kind: 'picture', mediaType: 'image/png' })).toBe(
      '/api/v1/stories/images/stories/story/asset.png',
    );
    expect(assetUrl({ ...ids, kind: 'film', mediaType: 'video/mp4' })).toBe(
      '/api/v1/stories/videos/stories/story/asset.mp4',
    );
    expect(assetUrl({ ...ids, kind: 'narration', mediaType: 'audio/wav' })).toBe(
      '/api/v1/stories/audio/stories/story/asset.wav',
    );
    expect(assetUrl({ ...ids, kind: 'captions', mediaType: 'text/vtt' })).toBe(
      '/api/v1/stories/captions/stories/story/asset.vtt',
    );
  });

  it('points each kind to a family that serves it', () => {
    for (const kind of [
      'picture',
      'character',
      'narration',
      'clip',
      'music',
      'film',
      'captions',
      'poster',
    ] as const) {
      const family = assetUrl({ ...ids, kind, mediaType: 'video/mp4' }).split(
        '/',
      )[4] as keyof typeof ASSET_FAMILIES;
      expect(ASSET_FAMILIES[family]).toContain(kind);
    }
  });
});

describe('extensionOf', () => {
  it('ignores parameters and case, and has a name for the unknown', () => {
    expect(extensionOf('Text/VTT; charset=utf-8')).toBe('vtt');
    expect(extensionOf('application/x-thing')).toBe('bin');
  });
});

describe('buildAssetId', () => {
  const parts = { storyId: 's', kind: 'picture', contentHash: 'c', sha256: 'b' };

  it('is a UUID, the same for the same bytes and another for others', () => {
    const id = buildAssetId(parts);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(buildAssetId({ ...parts })).toBe(id);
    for (const other of [{ storyId: 't' }, { kind: 'poster' }, { contentHash: 'd' }, { sha256: 'e' }]) {
      expect(buildAssetId({ ...parts, ...other })).not.toBe(id);
    }
  });
});
