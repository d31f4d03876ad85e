import { requestJson } from './request-json';

/** The account routes (`app/api/auth/*`). The session lives in cookies that only the server reads. */
export type Credentials = { email: string; password: string };

export function signIn(credentials: Credentials): Promise<unknown> {
  return requestJson('/api/auth/sign-in', { method: 'POST', body: credentials });
}

/** `needs_confirmation`: the project wants the address confirmed first, and a mail is on its way. */
export type SignedUpView = { user_id: string; email: string; needs_confirmation: boolean };

/** A guest who signs up keeps their id, and with it their stories. */
export function signUp(account: Credentials & { display_name?: string }): Promise<SignedUpView> {
  return requestJson('/api/auth/sign-up', { method: 'POST', body: account });
}

export function signOut(): Promise<unknown> {
  return requestJson('/api/auth/sign-out', { method: 'POST', body: {} });
}

/** Asks for a mail with a link to choose a new password. Answers the same whether the address is known or not. */
export function requestRecovery(email: string): Promise<unknown> {
  return requestJson('/api/auth/recover', { method: 'POST', body: { email } });
}

/** For someone who came through the link of that mail. */
export function setNewPassword(password: string): Promise<unknown> {
  return requestJson('/api/auth/new-password', { method: 'POST', body: { password } });
}

/** The name by which we speak to somebody. */
export function saveDisplayName(display_name: string): Promise<unknown> {
  return requestJson('/api/users', { method: 'POST', body: { display_name } });
}
