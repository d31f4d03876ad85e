import type { DossierView, SnapshotJson } from '../dossier/views.ts';

/** A dossier as the StoryMimi document's requirements of a story: title, prompt, style and number of scenes. */
export function buildRequirements(dossier: DossierView) {
  const snapshot = dossier.snapshot_json;
  return {
    title: snapshot.title,
    prompt: buildPrompt(snapshot),
    style: snapshot.style ?? null,
    num_scenes: snapshot.num_scenes ?? null,
    version: dossier.version,
    snapshot_json: snapshot,
  };
}

/** What is known, in sentences: `POST /api/v1/stories/generate` takes it as its prompt. */
function buildPrompt(snapshot: SnapshotJson): string {
  const characters = snapshot.characters.map(({ name, description, relationships, character_arc }) =>
    toSentence([name, description].filter(Boolean).join(': '), ...relationships, character_arc ?? ''),
  );
  return [
    ...characters,
    ...(snapshot.locations.length > 0 ? [toSentence(`It happens in ${snapshot.locations.join(', ')}`)] : []),
    ...snapshot.plot_points.map((point) => toSentence(point)),
    ...(snapshot.themes.length > 0 ? [toSentence(`It is about ${snapshot.themes.join(', ')}`)] : []),
  ].join(' ');
}

function toSentence(...parts: string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
