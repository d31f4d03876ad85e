import { Download, Eraser, EyeOff, HardDrive, MicOff, NotebookPen } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';

export const metadata: Metadata = { title: 'What is kept' };

/** docs/privacy.md, in short and for parents; that document says where each of these is done. */
const PROMISES = [
  {
    Icon: HardDrive,
    title: 'It stays here',
    text: 'Everything is on the machine of whoever runs this Storyloom. Nothing is counted, tracked or sent home.',
  },
  {
    Icon: MicOff,
    title: 'Voices are not kept',
    text: 'What is said into the microphone is written down, and the sound is gone in the same moment.',
  },
  {
    Icon: NotebookPen,
    title: 'Stories stay until you erase them',
    text: 'Nobody but your household sees them, unless you share one. What a guest made is erased after 90 days in which nobody came back.',
  },
  {
    Icon: EyeOff,
    title: 'Names and numbers stay out',
    text: 'Full names with addresses, telephone numbers and e-mail addresses are masked before anything is kept or sent.',
  },
  {
    Icon: Download,
    title: 'Take everything along',
    text: 'Stories, pictures, voices and films, as one ZIP, on your household’s page.',
  },
  {
    Icon: Eraser,
    title: 'Erase everything',
    text: 'On the same page, at once and for good. Afterwards nothing of you is left here.',
  },
];

export default function PrivacyPage() {
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="font-semibold text-4xl">What is kept, and what is not</h1>
      <p className="mt-3 text-lg text-muted-foreground">For parents and teachers, in short.</p>
      <ul className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2">
        {PROMISES.map(({ Icon, title, text }) => (
          <li key={title} className="flex gap-4">
            <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-accent-foreground">
              <Icon aria-hidden className="size-5" />
            </span>
            <div className="min-w-0">
              <h2 className="font-semibold text-xl">{title}</h2>
              <p className="mt-1 text-muted-foreground">{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="stitch mt-10" />
      <p className="mt-6 text-muted-foreground">
        With the built-in engines no word leaves the machine. Where an outside service writes, paints or
        reads, it gets the words of the story:{' '}
        <Link href="/account/models" className={buttonVariants({ variant: 'link', size: 'inline' })}>
          see who does it here
        </Link>
        .
      </p>
      <Link href="/account/household" className={buttonVariants({ className: 'mt-6' })}>
        To your household
      </Link>
    </div>
  );
}
