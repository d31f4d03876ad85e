import { AccountState } from './account-state';
import { LightMenu } from './light-menu';
import { Logo } from './logo';
import { NavigationLink } from './navigation-link';

/** The book's headband: our name, three ways to go, the light, and who one is. */
export function SiteHeader() {
  return (
    <header className="relative z-40 bg-background/85 backdrop-blur-sm after:absolute after:inset-x-0 after:bottom-0 after:border-border after:border-b-2 after:border-dashed">
      <div className="relative mx-auto flex h-16 max-w-6xl items-center justify-between gap-2 px-4 sm:px-6">
        <Logo />
        <div className="flex items-center gap-0.5 sm:gap-2">
          <nav aria-label="Main" className="flex items-center gap-0.5 sm:gap-1">
            <NavigationLink href="/chat">Talk</NavigationLink>
            <NavigationLink href="/stories">Stories</NavigationLink>
            <NavigationLink href="/jobs">Loom</NavigationLink>
          </nav>
          <LightMenu />
          <AccountState />
        </div>
      </div>
    </header>
  );
}
