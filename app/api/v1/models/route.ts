import { readModelCatalog } from '@/lib/ai/model-catalog';
import { defineRoute } from '@/lib/http/define-route';
import { getAdminClient } from '@/lib/supabase/admin';

/** Which models do which work here, and how the services behind them are. Services are asked for members only. */
export const GET = defineRoute({ caller: 'required' }, ({ caller }) =>
  readModelCatalog(getAdminClient(), { asksProviders: !caller.isGuest }),
);
