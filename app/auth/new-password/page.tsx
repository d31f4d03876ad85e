import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { NewPasswordForm } from '@/components/auth/new-password-form';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getPageCaller } from '@/lib/auth/caller';
import { hasGuestAside } from '@/lib/auth/guest-aside';
import { createCookieJar } from '@/lib/supabase/cookie-jar';

export const metadata: Metadata = { title: 'Choose a new password' };

/** The mail's link has signed them in before it brings them here; without that, the link was too old or used up. */
export default async function NewPasswordPage() {
  const caller = await getPageCaller();
  if (!caller || caller.isGuest) {
    return (
      <PageMessage
        title="This link no longer works"
        action={
          <Link href="/login/recover" className={buttonVariants()}>
            Send me a new link
          </Link>
        }
      >
        It was used already, or it is too old.
      </PageMessage>
    );
  }
  const bringsGuest = hasGuestAside(createCookieJar((await cookies()).toString()));
  return (
    <div className="mx-auto max-w-md">
      <h1 className="font-semibold text-4xl">Choose a new password</h1>
      <p className="mt-3 text-lg text-muted-foreground">
        For {caller.email}.
        {bringsGuest && ' What you made in this browser as a guest will then be part of this account.'}
      </p>
      <Card className="mt-8 p-5 sm:p-7">
        <NewPasswordForm />
      </Card>
    </div>
  );
}
