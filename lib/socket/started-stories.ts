import { startedStorySchema } from '../chat/schema.ts';
import type { ChatMessageView } from '../chat/views.ts';

type Story = { jobId: string; storyId: string };

/** The stories begun in these messages, by the button or by the model's tool, oldest first. */
export function findStartedStories(messages: ChatMessageView[]): Story[] {
  return messages.flatMap((message) =>
    message.parts.flatMap((part) => {
      const carried =
        part.type === 'data-story' ? part.data : part.type === 'tool-startStory' ? part.output : undefined;
      const story = startedStorySchema.safeParse(carried);
      return story.success ? [story.data] : [];
    }),
  );
}
