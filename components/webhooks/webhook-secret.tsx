'use client';

import { useMutation } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Button } from '@/components/ui/button';
import { readWebhookSecrets, rotateWebhookSecret } from '@/lib/client/webhook-requests';

/** The signing secret of one webhook, or of single requests: fetched only when somebody wants to see it. */
export function WebhookSecret({ webhookId }: { webhookId?: string }) {
  const reading = useMutation({ mutationFn: () => readWebhookSecrets(webhookId) });
  const rotating = useMutation({ mutationFn: () => rotateWebhookSecret(webhookId) });
  const shown = rotating.data ?? reading.data;
  const failure = rotating.error ?? reading.error;
  const older = shown?.secrets.filter(({ secret }) => secret !== shown.secret) ?? [];
  return (
    <div className="mt-2">
      {shown ? (
        <div className="space-y-2 rounded-lg bg-muted p-4">
          <code className="block select-all break-all font-mono text-sm">{shown.secret}</code>
          {older.map(({ secret, expires_at }) => (
            <p key={secret} className="break-all text-muted-foreground text-sm">
              Until {expires_at ? <LocalTime iso={expires_at} /> : null} also signed with{' '}
              <code className="select-all font-mono">{secret}</code>
            </p>
          ))}
          <Button
            variant="outline"
            size="sm"
            aria-disabled={rotating.isPending}
            onClick={() => rotating.isPending || rotating.mutate()}
          >
            {rotating.isPending ? 'Changing…' : 'Make a new secret'}
          </Button>
        </div>
      ) : (
        <Button
          variant="link"
          size="inline"
          aria-disabled={reading.isPending}
          onClick={() => reading.isPending || reading.mutate()}
        >
          {reading.isPending ? 'One moment…' : 'Show the signing secret'}
        </Button>
      )}
      {failure ? (
        <p role="alert" className="font-semibold text-destructive text-sm">
          {errorSentence(failure)}
        </p>
      ) : null}
    </div>
  );
}
