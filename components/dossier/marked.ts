import { cn } from '@/components/ui/cn';

/** The look of a field that was just noted; it fades when the mark goes, at once for who wants no motion. */
export function marked(isMarked: boolean): string {
  return cn(
    'transition-[background-color,box-shadow] duration-1000',
    isMarked ? 'bg-accent text-accent-foreground shadow-[inset_4px_0_0_var(--thread)]' : 'bg-transparent',
  );
}
