import type { Page } from '@playwright/test';
import type { Rooms, Visitor } from './make-rooms.ts';

export type Shot = {
  name: string;
  /** In a few words, for the contact sheet. */
  shows: string;
  as: Visitor;
  path: (rooms: Rooms) => string;
  /** What the page answers, where it is not 200; `any` where that depends on how far it came. */
  status?: number | 'any';
  /** More of the same, by the hundred: enough of it stays to look for barriers in. */
  repeats?: string;
  /** What is pressed before it is taken. */
  prepare?: (page: Page, rooms: Rooms) => Promise<void>;
  /** Only what is in sight, e.g. where something lies over the page. */
  isOneScreen?: boolean;
  /** Something is done to the installation itself, or it has to be a production build. */
  isOwnAppOnly?: boolean;
  /** Lets in the worker that shows a page of ours without a connection. */
  isOffline?: boolean;
  /** Once before and after all lights and sizes. */
  before?: (rooms: Rooms) => Promise<void>;
  after?: (rooms: Rooms) => Promise<void>;
};

let makingJobId = '';
const at = (path: string) => () => path;
const press = (role: 'button' | 'tab' | 'link', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).first().click();

/** Every page and state. One line each; a new page is a new line. */
export const SHOTS: Shot[] = [
  { name: 'start', shows: 'the first page', as: 'stranger', path: at('/') },
  { name: 'start-family', shows: 'the first page, with readers', as: 'family', path: at('/') },
  {
    name: 'start-error',
    shows: 'nothing was typed',
    as: 'stranger',
    path: at('/'),
    isOneScreen: true,
    prepare: press('button', 'Weave my story'),
  },
  {
    name: 'light-menu',
    shows: 'the four lights',
    as: 'family',
    path: at('/stories'),
    isOneScreen: true,
    prepare: press('button', 'Light of the pages'),
  },
  {
    name: 'making',
    shows: 'a story that is being made',
    as: 'family',
    path: () => `/jobs/${makingJobId}`,
    before: async (rooms) => {
      makingJobId = await rooms.startLongStory();
    },
  },
  { name: 'made', shows: 'how a story was made', as: 'family', path: ({ jobId }) => `/jobs/${jobId}` },
  {
    name: 'failed',
    shows: 'a story that failed',
    as: 'family',
    path: ({ failedJobId }) => `/jobs/${failedJobId}`,
  },
  {
    name: 'cancelled',
    shows: 'a story that was taken off the loom',
    as: 'family',
    path: ({ cancelledJobId }) => `/jobs/${cancelledJobId}`,
  },
  { name: 'workshop', shows: 'all jobs', as: 'family', path: at('/jobs') },
  { name: 'workshop-empty', shows: 'nothing on the loom', as: 'newcomer', path: at('/jobs') },
  { name: 'workshop-filtered', shows: 'only what failed', as: 'family', path: at('/jobs?status=failed') },
  { name: 'gallery', shows: 'a shelf of books', as: 'family', path: at('/stories') },
  { name: 'gallery-empty', shows: 'an empty shelf', as: 'newcomer', path: at('/stories') },
  {
    name: 'gallery-nothing-found',
    shows: 'a search that finds nothing',
    as: 'family',
    path: at('/stories?q=submarine'),
  },
  { name: 'gallery-waiting', shows: 'a book that waits for a grown-up', as: 'careful', path: at('/stories') },
  { name: 'reader', shows: 'the book', as: 'family', path: ({ storyId }) => `/stories/${storyId}` },
  {
    name: 'reader-reading',
    shows: 'the book, while it is read aloud',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: press('button', 'Read to me'),
  },
  {
    name: 'reader-film',
    shows: 'the film',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: press('tab', 'Film'),
  },
  {
    name: 'reader-delete',
    shows: 'the question before a story is deleted',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: press('button', /^Delete/),
  },
  {
    name: 'reader-settings',
    shows: 'how the book reads',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: async (page) => {
      await press('button', 'How it reads')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'reader-listen',
    shows: 'the voice alone',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: press('tab', 'Listen'),
  },
  {
    name: 'share',
    shows: 'the link to a story',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: async (page) => {
      await press('button', /^Shared?$/)(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'mending',
    shows: 'a page that is mended',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    prepare: async (page) => {
      await press('button', 'Mend')(page);
      await page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'waiting',
    shows: 'a story that only a grown-up may open',
    as: 'careful',
    path: ({ waitingStoryId }) => `/stories/${waitingStoryId}`,
  },
  {
    name: 'waiting-pin',
    shows: 'the question for the PIN',
    as: 'careful',
    path: ({ waitingStoryId }) => `/stories/${waitingStoryId}`,
    isOneScreen: true,
    prepare: async (page) => {
      await press('button', 'I am a grown-up')(page);
      await page.getByRole('dialog').getByLabel('PIN').waitFor();
    },
  },
  {
    name: 'waiting-job',
    shows: 'how it was made, without its words',
    as: 'careful',
    path: ({ waitingJobId }) => `/jobs/${waitingJobId}`,
  },
  { name: 'shared', shows: 'a shared story', as: 'stranger', path: ({ shareId }) => `/s/${shareId}` },
  {
    name: 'shared-gone',
    shows: 'a link that was withdrawn',
    as: 'stranger',
    path: at('/s/withdrawn'),
    status: 404,
  },
  { name: 'chat', shows: 'a new conversation', as: 'stranger', path: at('/chat') },
  {
    name: 'chat-talk',
    shows: 'a conversation and its notes',
    as: 'family',
    path: ({ sessionId }) => `/chat/${sessionId}`,
    isOneScreen: true,
  },
  { name: 'account', shows: 'the account', as: 'family', path: at('/account') },
  { name: 'account-guest', shows: 'a guest’s account', as: 'newcomer', path: at('/account') },
  { name: 'account-stranger', shows: 'nobody’s account', as: 'stranger', path: at('/account') },
  { name: 'household', shows: 'the household', as: 'family', path: at('/account/household') },
  {
    name: 'household-gate',
    shows: 'the household, to a child',
    as: 'careful',
    path: at('/account/household'),
  },
  { name: 'models', shows: 'who writes, paints and reads', as: 'family', path: at('/account/models') },
  { name: 'webhooks', shows: 'which programs are told', as: 'family', path: at('/account/webhooks') },
  { name: 'login', shows: 'signing in', as: 'stranger', path: at('/login') },
  {
    name: 'login-new',
    shows: 'a new account',
    as: 'newcomer',
    path: at('/login'),
    prepare: press('tab', /account|Keep/),
  },
  { name: 'recover', shows: 'a forgotten password', as: 'stranger', path: at('/login/recover') },
  { name: 'new-password', shows: 'a link that is too old', as: 'stranger', path: at('/auth/new-password') },
  { name: 'privacy', shows: 'what is kept', as: 'stranger', path: at('/privacy') },
  {
    name: 'reference',
    shows: 'the API, to read',
    as: 'stranger',
    path: at('/redoc'),
    isOneScreen: true,
    repeats: 'article > section > section:nth-of-type(n + 4)',
  },
  { name: 'not-found', shows: 'no such page', as: 'stranger', path: at('/no/such/page'), status: 404 },
  {
    name: 'offline-banner',
    shows: 'the connection is lost while a book is open',
    as: 'family',
    path: ({ storyId }) => `/stories/${storyId}`,
    isOneScreen: true,
    prepare: async (page) => {
      await page.context().setOffline(true);
      await page.getByText('No connection.').waitFor();
    },
  },
  {
    name: 'offline-page',
    shows: 'another page is opened without a connection',
    as: 'family',
    path: at('/'),
    isOffline: true,
    isOwnAppOnly: true,
    isOneScreen: true,
    prepare: async (page) => {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await page.context().setOffline(true);
      await page.goto('/stories');
      await page.getByRole('heading', { name: 'The thread does not reach this far' }).waitFor();
    },
  },
  {
    name: 'loading',
    shows: 'the shape of a book that is on its way',
    as: 'family',
    path: at('/stories'),
    isOneScreen: true,
    prepare: async (page, { storyId }) => {
      await page.route(`**/stories/${storyId}?_rsc=*`, () => {
        // Never answered: what is shown meanwhile is the picture.
      });
      await page.locator(`a[href="/stories/${storyId}"]`).first().click();
      await page.getByRole('status', { name: 'Fetching the book' }).waitFor();
    },
  },
  {
    name: 'error',
    shows: 'the database is away',
    isOwnAppOnly: true,
    as: 'family',
    path: at('/jobs'),
    status: 'any',
    before: async ({ app }) => {
      if (app) process.kill(await app.pidOf('supabase'), 'SIGSTOP');
    },
    after: async ({ app }) => {
      if (app) process.kill(await app.pidOf('supabase'), 'SIGCONT');
    },
  },
];
