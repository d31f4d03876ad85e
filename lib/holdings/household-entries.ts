import 'server-only';
import { isAppError } from '@/lib/errors';
import type { OpenEntry, OpenedEntry } from '@/lib/export/zip-stream';
import { openStoredFile } from '@/lib/storage/open-stored-file';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { buildReadme } from './household-readme';
import { type HeldStory, listHeldStories } from './list-stories';
import { planStoryFiles, type StoryFilePlan, storyFolder } from './story-folder';
import { buildStoryMarkdown } from './story-markdown';
import { writeHouseholdJson } from './write-household-json';

type Entry = OpenEntry | OpenedEntry;

/**
 * Everything of a household, file after file as an archive takes them: README.txt, household.json, then story by story. A file
 * that is not in storage any more is named in missing-files.txt at the end and keeps nobody from the others.
 */
export async function* listHouseholdEntries(
  admin: DatabaseClient,
  ownerId: string,
  options: { now: Date; signal: AbortSignal },
): AsyncGenerator<Entry, void, undefined> {
  const { now, signal } = options;
  const text = (name: string, words: string, modified = now): OpenEntry => ({
    name,
    modified,
    content: giveText(words),
  });
  yield text('README.txt', buildReadme(now));
  yield { name: 'household.json', modified: now, content: writeHouseholdJson(admin, ownerId) };
  const missing: string[] = [];
  let position = 0;
  for await (const story of listHeldStories(admin, ownerId)) {
    signal.throwIfAborted();
    position += 1;
    const folder = storyFolder(story.title, position);
    const files = planStoryFiles(story);
    yield text(`${folder}/story.md`, buildStoryMarkdown(toWords(story, files)), new Date(story.updated_at));
    for (const file of files) {
      const opened = await openFile(`${folder}/${file.name}`, file.asset, signal);
      if (opened) yield opened;
      else missing.push(`${folder}/${file.name}`);
    }
  }
  if (missing.length > 0) yield text('missing-files.txt', `${missing.join('\n')}\n`);
}

async function* giveText(words: string) {
  yield Buffer.from(words);
}

/** Null when storage has no such file. One whose checksum nobody has taken yet is read without. */
async function openFile(
  name: string,
  asset: StoryFilePlan['asset'],
  signal: AbortSignal,
): Promise<Entry | null> {
  try {
    const content = await openStoredFile(asset.path, signal);
    const entry = { name, modified: new Date(asset.created_at), content };
    return asset.crc32 === null ? entry : { ...entry, bytes: asset.bytes, crc32: asset.crc32 };
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}

function toWords(story: HeldStory, files: readonly StoryFilePlan[]) {
  const pictures = new Map(files.map(({ asset, name }) => [asset.id, name]));
  return {
    title: story.title,
    moral: story.moral,
    prompt: story.prompt,
    ageGroup: story.age_group,
    createdAt: story.created_at,
    review: story.review,
    pages: story.scenes
      .toSorted((a, b) => a.position - b.position)
      .map(({ title, text, picture_asset_id: picture }) => ({
        title,
        text,
        picture: picture === null ? null : (pictures.get(picture) ?? null),
      })),
  };
}
