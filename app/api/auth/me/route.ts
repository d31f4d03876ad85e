import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ caller: 'required' }, ({ caller }) => ({
  user_id: caller.userId,
  email: caller.email ?? null,
  is_guest: caller.isGuest,
}));
