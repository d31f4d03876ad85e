import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkProblem } from '@/components/auth/link-problem';
import { LoginPanel } from '@/components/auth/login-panel';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { getPageCaller } from '@/lib/auth/caller';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { error } = await searchParams;
  const caller = await getPageCaller();
  if (caller && !caller.isGuest) {
    return (
      <PageMessage
        title="You are signed in"
        action={
          <Link href="/stories" className={buttonVariants()}>
            To my stories
          </Link>
        }
      >
        Your account is {caller.email}.
      </PageMessage>
    );
  }
  return (
    <div className="mx-auto max-w-md">
      <h1 className="font-semibold text-4xl">{caller ? 'Keep your stories' : 'Welcome'}</h1>
      <p className="mt-3 text-lg text-muted-foreground">
        {caller
          ? 'You are a guest so far. With an account you find your stories again on every device.'
          : 'Sign in to find your stories on every device. You do not need an account to make one.'}
      </p>
      <LinkProblem error={error} />
      <Card className="mt-8 p-5 sm:p-7">
        <LoginPanel isGuest={caller !== null} />
      </Card>
    </div>
  );
}
