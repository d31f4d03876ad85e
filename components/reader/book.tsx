'use client';

import { ALargeSmall, BookOpen, Clapperboard, Headphones, Maximize, Minimize } from 'lucide-react';
import { type ComponentType, type CSSProperties, useEffect, useMemo, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { BackNotice, SlowNotice } from './book-notices';
import type { BookOpening } from './book-opening';
import type { BookStory } from './book-story';
import { OpenBook } from './open-book';
import { dyslexicFont } from './reader-fonts';
import { findReadingDirection } from './reading-direction';
import { buildReadingStyle } from './reading-settings';
import { useFullScreen } from './use-full-screen';
import { useLazyPart } from './use-lazy-part';
import { useSparesBytes } from './use-network';
import { usePageTurning } from './use-page-turning';
import { usePlace } from './use-place';
import { useReadingSettings } from './use-reading-settings';
import './reader.css';

type Tab = 'book' | 'film' | 'listen';

type BookProps = {
  story: BookStory;
  /** What the server knew of this browser and its address (book-opening.ts); without it the browser is asked, a moment later. */
  opening?: BookOpening | undefined;
  /** A file of the story did not come: it may be gone. */
  onBrokenFile?: (() => void) | undefined;
};

/**
 * The reading room: a story to read page by page or in a scroll, to have read aloud, to watch as a film, or to hear alone.
 * It asks for nothing but the story's own files, so a page that anybody may open shows the same one.
 */
export function Book({ story, opening, onBrokenFile }: BookProps) {
  const { scenes, film, audio, language } = story;
  const [tab, setTab] = useState<Tab>('book');
  const [wantsPictures, setWantsPictures] = useState(false);
  const reading = useReadingSettings(opening?.settings);
  const { settings } = reading;
  const sparesBytes = useSparesBytes(opening?.savesData ?? false) && !wantsPictures;
  const fullScreen = useFullScreen();
  const isFull = fullScreen.isFull && tab === 'book';
  const direction = useMemo(
    () => findReadingDirection(scenes.map(({ text }) => text).join(' '), language),
    [scenes, language],
  );
  const turning = usePageTurning({
    pageCount: scenes.length,
    initialPage: (opening?.page ?? 1) - 1,
    isOpen: tab === 'book',
    isRtl: direction === 'rtl',
    isPaged: settings.view === 'page',
    isFull,
  });
  const isBack = usePlace(story.id, turning, {
    pageCount: scenes.length,
    isLinked: Boolean(opening?.page),
  });
  const sheet = useLazyPart(() => import('./settings-sheet').then(({ SettingsSheet }) => SettingsSheet));
  const SettingsSheet = sheet.part;
  const bookStyle = { ...buildReadingStyle(settings) } as CSSProperties;
  const wishPictures = useMemo(() => (sparesBytes ? () => setWantsPictures(true) : undefined), [sparesBytes]);

  return (
    <Tabs
      value={tab}
      onValueChange={(value) => setTab(value as Tab)}
      className={`reading ${dyslexicFont.variable}`}
      style={bookStyle}
      data-full={isFull || undefined}
    >
      <div className="flex flex-wrap items-center justify-between gap-2 pb-4">
        <TabsList
          aria-label="Read, watch or listen"
          className={cn(
            'max-sm:[&_button]:px-3.5 max-[22rem]:[&_button]:px-2.5 max-sm:[&_svg]:hidden',
            isFull && 'invisible',
          )}
        >
          <TabsTrigger value="book">
            <BookOpen aria-hidden />
            Book
          </TabsTrigger>
          {film ? (
            <TabsTrigger value="film">
              <Clapperboard aria-hidden />
              Film
            </TabsTrigger>
          ) : null}
          {audio ? (
            <TabsTrigger value="listen">
              <Headphones aria-hidden />
              Listen
            </TabsTrigger>
          ) : null}
        </TabsList>
        <div className="flex items-center gap-1 max-sm:mr-2">
          <IconButton ref={sheet.button} label="How it reads" aria-haspopup="dialog" onClick={sheet.open}>
            <ALargeSmall aria-hidden />
          </IconButton>
          {tab === 'book' ? (
            <IconButton label={isFull ? 'Leave full screen' : 'Full screen'} onClick={fullScreen.toggle}>
              {isFull ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
            </IconButton>
          ) : null}
        </div>
      </div>
      {sparesBytes && tab === 'book' ? (
        <SlowNotice
          onListen={audio ? () => setTab('listen') : null}
          onShowPictures={() => setWantsPictures(true)}
        />
      ) : null}
      {isBack && tab === 'book' && turning.turned.turns === 1 ? (
        <BackNotice page={turning.pageIndex + 1} onRestart={() => turning.turnTo(0)} />
      ) : null}
      <TabsContent
        value="book"
        lang={language}
        dir={direction}
        className={isFull ? 'mt-0 flex min-h-0 flex-1 flex-col' : 'mt-0'}
      >
        <OpenBook
          story={story}
          turning={turning}
          reading={reading}
          isFull={isFull}
          isRtl={direction === 'rtl'}
          onWishPictures={wishPictures}
          onBrokenFile={onBrokenFile}
        />
      </TabsContent>
      {film ? (
        <TabsContent value="film" className="mt-0">
          <LazyTab
            load={() => import('./film-player').then(({ FilmPlayer }) => FilmPlayer)}
            of={{ film, title: story.title, language }}
          />
        </TabsContent>
      ) : null}
      {audio ? (
        <TabsContent value="listen" className="mt-0">
          <LazyTab
            load={() => import('./listen-panel').then(({ ListenPanel }) => ListenPanel)}
            of={{ story, direction }}
          />
        </TabsContent>
      ) : null}
      {SettingsSheet && sheet.isOpen ? (
        <SettingsSheet reading={reading} onClose={() => sheet.setIsOpen(false)} />
      ) : null}
    </Tabs>
  );
}

type LazyTabProps<Props extends object> = { load: () => Promise<ComponentType<Props>>; of: Props };

/** What stands behind a tab: its code comes when the tab is opened. */
function LazyTab<Props extends object>({ load, of }: LazyTabProps<Props>) {
  const [state, setState] = useState<{ Part?: ComponentType<Props>; hasFailed?: boolean }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab's part is the same for as long as it is open
  useEffect(() => {
    let isHere = true;
    load().then(
      (Part) => isHere && setState({ Part }),
      () => isHere && setState({ hasFailed: true }),
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (state.hasFailed) {
    return (
      <Alert variant="destructive">
        That needs the network, which is away just now. The book is still here.
      </Alert>
    );
  }
  return state.Part ? <state.Part {...of} /> : <Skeleton className="aspect-video w-full rounded-xl" />;
}
