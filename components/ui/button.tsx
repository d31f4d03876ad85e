import { cva, type VariantProps } from 'class-variance-authority';
import { Children, type ComponentProps, cloneElement, type ReactElement } from 'react';
import { cn } from './cn';

export const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-full font-bold whitespace-nowrap transition-[background-color,color,box-shadow,transform] duration-150 ease-settle active:translate-y-px disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:shrink-0 [&_svg]:size-5',
  {
    variants: {
      variant: {
        default: 'bg-primary text-primary-foreground shadow-page hover:bg-primary/90',
        secondary: 'bg-secondary text-secondary-foreground hover:bg-accent hover:text-accent-foreground',
        outline: 'border-2 border-input bg-card text-foreground hover:bg-accent hover:text-accent-foreground',
        ghost: 'text-foreground hover:bg-accent hover:text-accent-foreground',
        destructive: 'bg-destructive text-destructive-foreground hover:bg-destructive/90',
        link: 'text-primary underline underline-offset-4 hover:decoration-2',
      },
      size: {
        default: 'h-11 px-5 text-base',
        // A finger needs 44 px, a mouse does not.
        sm: 'h-9 px-3.5 text-sm pointer-coarse:h-11',
        lg: 'h-13 px-7 text-lg',
        icon: 'size-11',
        inline: 'h-auto px-0',
      },
    },
    // The one thing a page is there for is sewn on.
    compoundVariants: [{ variant: 'default', size: 'lg', className: 'stitched' }],
    defaultVariants: { variant: 'default', size: 'default' },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonVariants> & { asChild?: boolean };

/** @param asChild its one child, a link for example, looks and is pressed like the button, which is not there itself */
export function Button({ className, variant, size, asChild = false, type, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    const { children, ...others } = props;
    const child = Children.only(children) as ReactElement<{ className?: string }>;
    return cloneElement(child, { ...others, className: cn(classes, child.props.className) });
  }
  return <button type={type ?? 'button'} className={classes} {...props} />;
}
