'use client';

import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { requestRecovery } from '@/lib/client/account-requests';
import { AccountForm } from './account-form';
import { Field } from './field';

export function RecoverForm() {
  const [isSent, setIsSent] = useState(false);
  if (isSent) {
    return (
      <Alert variant="success">
        <MailCheck aria-hidden />
        <p>
          If there is an account with this address, a mail with a link is on its way. Look into your inbox.
        </p>
      </Alert>
    );
  }
  return (
    <AccountForm
      action={{ label: 'Send me a link', busy: 'Sending…' }}
      submit={({ email = '' }) => requestRecovery(email)}
      onSuccess={() => setIsSent(true)}
    >
      {(errorOf) => (
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="email"
          required
          error={errorOf('email')}
        />
      )}
    </AccountForm>
  );
}
