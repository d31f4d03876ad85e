import { LoginPanel } from '@/components/auth/login-panel';
import { Card } from '@/components/ui/card';
import { EraseCard } from './erase-card';
import { HouseholdCard } from './household-card';

/** A guest becomes an account here, and keeps everything; what a guest has, they can also take along or away. */
export function GuestAccount() {
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="font-semibold text-4xl">Keep your stories</h1>
      <p className="mt-3 text-lg text-muted-foreground">
        You are a guest so far: your stories live in this browser only. With an account they stay, and you
        find them on every device.
      </p>
      <Card className="mt-6 p-5 sm:p-7">
        <LoginPanel isGuest />
      </Card>
      <HouseholdCard />
      <EraseCard />
    </div>
  );
}
