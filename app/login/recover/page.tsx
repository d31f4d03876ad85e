import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkProblem } from '@/components/auth/link-problem';
import { RecoverForm } from '@/components/auth/recover-form';
import { Card } from '@/components/ui/card';

export const metadata: Metadata = { title: 'Forgot your password' };

export default async function RecoverPage({ searchParams }: PageProps<'/login/recover'>) {
  const { error } = await searchParams;
  return (
    <div className="mx-auto max-w-md">
      <h1 className="font-semibold text-4xl">Forgot your password?</h1>
      <p className="mt-3 text-lg text-muted-foreground">
        Tell us your email address. We send you a link to choose a new one.
      </p>
      <LinkProblem error={error} />
      <Card className="mt-8 p-5 sm:p-7">
        <RecoverForm />
      </Card>
      <p className="mt-6 text-center">
        <Link href="/login" className="font-bold text-primary underline underline-offset-4">
          Back to sign in
        </Link>
      </p>
    </div>
  );
}
