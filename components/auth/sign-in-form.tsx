'use client';

import Link from 'next/link';
import { signIn } from '@/lib/client/account-requests';
import { AccountForm } from './account-form';
import { enterApp } from './enter-app';
import { Field } from './field';

export function SignInForm() {
  return (
    <AccountForm
      action={{ label: 'Sign in', busy: 'Signing in…' }}
      submit={({ email = '', password = '' }) => signIn({ email, password })}
      onSuccess={() => enterApp('/stories')}
    >
      {(errorOf) => (
        <>
          <Field
            label="Email"
            name="email"
            type="email"
            autoComplete="email"
            required
            error={errorOf('email')}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={errorOf('password')}
          />
          <p>
            <Link href="/login/recover" className="font-bold text-primary underline underline-offset-4">
              Forgot your password?
            </Link>
          </p>
        </>
      )}
    </AccountForm>
  );
}
