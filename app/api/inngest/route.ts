import { serve } from 'inngest/next';
import { functions } from '@/inngest';
import { inngest } from '@/inngest/client';

/** The queue calls the durable functions here. Signed, unless INNGEST_DEV says otherwise. */
export const { GET, POST, PUT } = serve({ client: inngest, functions });

export const dynamic = 'force-dynamic';
