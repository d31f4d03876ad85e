'use client';

import { setNewPassword } from '@/lib/client/account-requests';
import { AccountForm } from './account-form';
import { enterApp } from './enter-app';
import { Field } from './field';

export function NewPasswordForm() {
  return (
    <AccountForm
      action={{ label: 'Keep this password', busy: 'Keeping it…' }}
      submit={({ password = '' }) => setNewPassword(password)}
      onSuccess={() => enterApp('/stories')}
    >
      {(errorOf) => (
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 8 characters."
          required
          error={errorOf('password')}
        />
      )}
    </AccountForm>
  );
}
