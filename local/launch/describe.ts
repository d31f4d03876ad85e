import type { LaunchPlan } from './plan.ts';

/** The lines printed once everything answers: what runs where, and where the data is. */
export function describeServices(plan: LaunchPlan, state: { supabase: string; inngest: string }): string[] {
  const isLocalSupabase = plan.supabase.kind === 'local';
  return [
    '',
    `Storyloom   ${plan.publicUrl}`,
    `Supabase    ${plan.supabase.url}  (${state.supabase})`,
    ...(isLocalSupabase
      ? [
          `Postgres    127.0.0.1:${plan.ports.postgres}`,
          `Mail        ${plan.supabase.url}/mail  (what would have been sent)`,
        ]
      : []),
    `Inngest     ${plan.inngest.url}  (${state.inngest})`,
    `Data        ${plan.dataDir}`,
    '',
  ];
}
