import { signUpSchema } from '@/lib/auth/account-schemas';
import { signUp } from '@/lib/auth/sign-up';
import { getSignUpLimit } from '@/lib/auth/sign-up-limit';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute(
  {
    caller: 'optional',
    sameOrigin: true,
    body: signUpSchema,
    limit: () => ({ ...getSignUpLimit(), by: 'address' }),
  },
  ({ body, caller, jar }) => signUp(body, caller, jar),
);
