import type { Intent } from './read-intent.ts';

/** What is said to everything that is not about the story; a question of ours follows. */
export function smallTalk(intent: Intent, hero: string): string {
  switch (intent) {
    case 'greet':
      return 'Hello! How nice that you are here. Let us make a story together.';
    case 'thank':
      return 'You are very welcome!';
    case 'leave':
      return 'Goodbye for now! Everything you told me is kept for next time.';
    case 'ask-who':
      return 'I am the story helper here: a computer program that listens and asks, and turns what you tell into a picture book.';
    case 'ask-what':
      return 'You tell me who and what your story is about, and I turn it into a picture book with a voice and a film.';
    case 'ask-how-long':
      return 'Making a story takes a few minutes, and you can watch it grow page by page.';
    case 'ask-scary':
      return 'A little bit spooky, yes: with creaks and shadows, and a cosy ending.';
    case 'ask-other':
      return 'I know most about stories, so that is what I can help with.';
    case 'nonsense':
      return 'I did not quite catch that, but I am listening.';
    case 'impatient':
      return 'You are right, let us get on with it.';
    case 'nobody':
      return hero === 'your hero' ? 'Nobody at all, I see.' : `Then ${hero} manages alone.`;
    case 'refuse':
      return 'That is quite all right, we can leave that open.';
    default:
      return 'Lovely.';
  }
}
