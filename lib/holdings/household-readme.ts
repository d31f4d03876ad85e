/** What is what in an export, in plain words. Pure. */
export function buildReadme(now: Date): string {
  return `Everything Storyloom keeps of your household
============================================
Taken on ${now.toISOString().slice(0, 16).replace('T', ' ')} (UTC).

stories/
    One folder for each story, in the order they were told. "story.md" is the story to read: any text
    editor opens it, and programs for Markdown show it with its pictures. Beside it:
      film.mp4, captions.vtt    the film and the words that run with it
      poster                    the picture in front of the film
      pictures/                 one picture a page
      voices/                   one reading a page, and "voice of the whole story"
      clips/, videos/           moving pages
      characters/               how the people of the story look
      earlier/                  what was made on the way and is not used any more
    Stories that wait for a grown-up, or that one has declined, are here too.

household.json
    Every row of our database that belongs to you, table by table, for programs and for whoever wants to
    look closely: who you are to us (account), the readers and what the grown-ups have set (households,
    readers), stories and their pages (stories, scenes, characters, assets), what was made and how
    (jobs, job_events, batches), conversations (chat_sessions, chat_messages, chat_events,
    conversation_transcripts), what was noted from them (projects, dossiers, dossier_versions), what each
    call of a model cost (model_calls), what the guardrails did (guard_decisions: which rule, where and
    when; the text only as a number that cannot be read back), links you have given to others
    (story_shares), keys and webhooks (api_keys, webhook_*).
    "left_out" names the columns that are not in it: what opens something (the PIN, keys, secrets), and
    what a model answered before the guardrails had looked at it.

missing-files.txt
    Only when a file could not be found in storage any more: its name.

Recordings of voices are not here, because none are kept: what somebody says is written down and the sound
is thrown away in the same moment.

To have all of it erased: the household's page, or DELETE /api/v1/household.
`;
}
