import { queryOptions } from '@tanstack/react-query';
import type {
  ApprovalView,
  HouseholdChange,
  HouseholdView,
  NewReader,
  ReaderChange,
  ReaderView,
  UnlockView,
} from '@/lib/household/household-views';
import { requestJson } from './request-json';

/** The household of whoever is signed in (`app/api/v1/household`, `app/api/v1/readers`). The proof of a grown-up is a cookie. */
export const householdQueryOptions = queryOptions({
  queryKey: ['household'],
  queryFn: ({ signal }) => requestJson<HouseholdView>('/api/v1/household', { signal }),
});

/** Oldest first. */
export const readersQueryOptions = queryOptions({
  queryKey: ['readers'],
  queryFn: async ({ signal }) =>
    (await requestJson<{ readers: ReaderView[] }>('/api/v1/readers', { signal })).readers,
});

/** @throws AppError `pin_required` without a grown-up's proof, as every change below */
export function changeHousehold(change: HouseholdChange): Promise<HouseholdView> {
  return requestJson('/api/v1/household', { method: 'PATCH', body: change });
}

/** Sets or changes the PIN; this browser stays unlocked, every other one is locked. */
export function setHouseholdPin(pin: string): Promise<UnlockView> {
  return requestJson('/api/v1/household/pin', { method: 'PUT', body: { pin } });
}

/** @param password the account's own, for a PIN that is forgotten; without it a grown-up's proof is needed */
export function removeHouseholdPin(password?: string): Promise<unknown> {
  return requestJson('/api/v1/household/pin', {
    method: 'DELETE',
    ...(password !== undefined && { body: { password } }),
  });
}

/** @throws AppError `pin_required` for a wrong PIN, `rate_limited` with `retryAfterSeconds` after five of them */
export function unlockHousehold(pin: string): Promise<UnlockView> {
  return requestJson('/api/v1/household/unlock', { method: 'POST', body: { pin }, asksForPin: false });
}

/** Ends the proof in this browser. */
export function lockHousehold(): Promise<unknown> {
  return requestJson('/api/v1/household/lock', { method: 'POST' });
}

/** @throws AppError `conflict` when there are twelve */
export function createReader(reader: NewReader): Promise<ReaderView> {
  return requestJson('/api/v1/readers', { method: 'POST', body: reader });
}

export function changeReader(readerId: string, change: ReaderChange): Promise<ReaderView> {
  return requestJson(`/api/v1/readers/${readerId}`, { method: 'PATCH', body: change });
}

/** Their stories stay. */
export function deleteReader(readerId: string): Promise<unknown> {
  return requestJson(`/api/v1/readers/${readerId}`, { method: 'DELETE' });
}

/** Lets a story that waits be seen, or not. */
export function decideStory(storyId: string, decision: 'approve' | 'decline'): Promise<ApprovalView> {
  return requestJson(`/api/v1/stories/${storyId}/approval`, { method: 'POST', body: { decision } });
}
