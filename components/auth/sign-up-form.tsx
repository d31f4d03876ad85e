'use client';

import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { signUp } from '@/lib/client/account-requests';
import { AccountForm } from './account-form';
import { enterApp } from './enter-app';
import { Field } from './field';

export function SignUpForm() {
  const [unconfirmedEmail, setUnconfirmedEmail] = useState<string>();
  if (unconfirmedEmail) {
    return (
      <Alert variant="success">
        <MailCheck aria-hidden />
        <p>Almost there: we sent a mail to {unconfirmedEmail}. Follow its link, and the account is yours.</p>
      </Alert>
    );
  }
  return (
    <AccountForm
      action={{ label: 'Make my account', busy: 'Making your account…' }}
      submit={({ email = '', password = '', display_name = '' }) =>
        signUp({ email, password, ...(display_name.trim() ? { display_name: display_name.trim() } : {}) })
      }
      onSuccess={(account) => {
        if (account.needs_confirmation) setUnconfirmedEmail(account.email);
        else enterApp('/stories');
      }}
    >
      {(errorOf) => (
        <>
          <Field
            label="Your name"
            name="display_name"
            hint="You can leave this empty."
            autoComplete="name"
            error={errorOf('display_name')}
          />
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
            autoComplete="new-password"
            hint="At least 8 characters."
            required
            error={errorOf('password')}
          />
        </>
      )}
    </AccountForm>
  );
}
