import { LightSwitch } from '@/components/household/light-switch';
import { AccountState } from './account-state';
import { Logo } from './logo';
import { NavigationLink } from './navigation-link';

export function SiteHeader() {
  return (
    <header className="border-b bg-background/85 backdrop-blur-sm">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-2 px-4 sm:px-6">
        <Logo />
        <div className="flex items-center gap-0.5 sm:gap-2">
          <nav aria-label="Main" className="flex items-center gap-0.5 sm:gap-1">
            <NavigationLink href="/chat">Talk</NavigationLink>
            <NavigationLink href="/stories">Stories</NavigationLink>
            <NavigationLink href="/jobs">Loom</NavigationLink>
          </nav>
          <LightSwitch />
          <AccountState />
        </div>
      </div>
    </header>
  );
}
