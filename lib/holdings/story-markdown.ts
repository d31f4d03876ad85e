/** What of a story is told in words. */
export type StoryWords = {
  title: string;
  moral: string;
  prompt: string;
  ageGroup: string;
  createdAt: string;
  review: string;
  pages: readonly { title: string; text: string; picture: string | null }[];
};

const REVIEWS: Record<string, string> = {
  waiting: 'It waits until a grown-up has looked at it.',
  declined: 'A grown-up has declined it.',
};

/** A story as Markdown, with its pictures where they belong. Pure. */
export function buildStoryMarkdown(story: StoryWords): string {
  const lines = [
    `# ${story.title || 'A story without a title'}`,
    '',
    `*Told on ${story.createdAt.slice(0, 10)} for ages ${story.ageGroup}. The wish: “${story.prompt.trim()}”*`,
    ...(REVIEWS[story.review] ? ['', `*${REVIEWS[story.review]}*`] : []),
  ];
  for (const [index, page] of story.pages.entries()) {
    lines.push('', `## ${page.title || `Page ${index + 1}`}`, '');
    if (page.picture) lines.push(`![Page ${index + 1}](<${page.picture}>)`, '');
    lines.push(page.text.trim());
  }
  if (story.moral) lines.push('', '---', '', story.moral.trim());
  return `${lines.join('\n')}\n`;
}
