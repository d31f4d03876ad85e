import { signUpSchema } from '@/lib/auth/account-schemas';
import { signUp } from '@/lib/auth/sign-up';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute(
  {
    caller: 'optional',
    sameOrigin: true,
    body: signUpSchema,
    limit: { name: 'sign-up', points: 60, durationSeconds: 3_600, by: 'address' },
  },
  ({ body, caller, jar }) => signUp(body, caller, jar),
);
