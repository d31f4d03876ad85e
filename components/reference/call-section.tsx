import { cn } from '@/components/ui/cn';
import type { ReferenceCall } from '@/lib/openapi/read-document';
import { Prose, Words } from './prose';
import { SchemaView, TypeName } from './schema-view';

const METHOD_COLORS: Record<string, string> = {
  GET: 'bg-sky-800',
  POST: 'bg-emerald-800',
  PUT: 'bg-amber-800',
  PATCH: 'bg-amber-800',
  DELETE: 'bg-rose-800',
};

export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span
      className={cn(
        'inline-block w-16 shrink-0 rounded px-1.5 py-0.5 text-center font-mono text-xs font-bold text-white',
        METHOD_COLORS[method],
        className,
      )}
    >
      {method}
    </span>
  );
}

/** One call: what it takes and answers on the left, examples beside it. */
export function CallSection({ call }: { call: ReferenceCall }) {
  const examples = [
    ...call.body.flatMap(({ examples: all }) =>
      all.map(({ name, value }) => ({ title: `Request: ${name}`, value })),
    ),
    ...call.answers.flatMap(({ status, content }) =>
      content.flatMap(({ example }) =>
        example === undefined ? [] : [{ title: `Answer ${status}`, value: example }],
      ),
    ),
  ];
  return (
    <section id={call.id} className="scroll-mt-6 border-t py-8">
      <h3 className="font-title text-xl">{call.summary}</h3>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <MethodBadge method={call.method} />
        <code className="text-sm break-all">{call.path}</code>
        {call.isOpen ? <span className="text-xs text-muted-foreground">open to all</span> : null}
      </p>
      <div className="mt-4 grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="min-w-0 space-y-5">
          {call.description ? <Prose text={call.description} /> : null}
          {call.parameters.length > 0 ? (
            <div>
              <h4 className="mb-2 text-sm font-bold">Parameters</h4>
              <ul className="divide-y rounded-lg border text-sm">
                {call.parameters.map((parameter) => (
                  <li key={`${parameter.in} ${parameter.name}`} className="px-3 py-2">
                    <span className="font-mono font-semibold">{parameter.name}</span>{' '}
                    <span className="text-xs text-muted-foreground">{parameter.in}</span>{' '}
                    <TypeName schema={parameter.schema} />
                    {parameter.required ? (
                      <span className="ml-2 text-xs font-bold text-primary">required</span>
                    ) : null}
                    {parameter.description ? (
                      <p className="text-muted-foreground">
                        <Words text={parameter.description} />
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          {call.body.slice(0, 1).map(({ schema }) => (
            <div key="body">
              <h4 className="mb-2 text-sm font-bold">
                Body: {call.body.map(({ mediaType }) => mediaType).join(', ')}
              </h4>
              <SchemaView schema={schema} />
            </div>
          ))}
          <div>
            <h4 className="mb-2 text-sm font-bold">Answers</h4>
            <ul className="divide-y rounded-lg border text-sm">
              {call.answers.filter(isSuccess).map(({ status, description, content }) => (
                <li key={status} className="px-3 py-2">
                  <span className="font-mono font-semibold">{status}</span> <Words text={description} />{' '}
                  {content.map(({ mediaType, schema }) => (
                    <div key={mediaType}>
                      <span className="text-xs text-muted-foreground">{mediaType}</span>{' '}
                      <SchemaView schema={schema} />
                    </div>
                  ))}
                </li>
              ))}
            </ul>
            <p className="mt-3 text-sm text-muted-foreground">
              A <TypeName schema={{ $ref: '#/components/schemas/Problem' }} /> when it fails:
            </p>
            <ul className="mt-1 list-inside list-disc text-sm text-muted-foreground">
              {call.answers
                .filter((answer) => !isSuccess(answer))
                .map(({ status, description }) => (
                  <li key={status}>
                    <span className="font-mono">{status}</span> <Words text={description} />
                  </li>
                ))}
            </ul>
          </div>
        </div>
        <div className="min-w-0 space-y-4">
          {examples.map(({ title, value }) => (
            <figure key={title}>
              <figcaption className="mb-1 text-xs font-bold text-muted-foreground">{title}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled sideways, also by keyboard */}
              <pre tabIndex={0} className="overflow-x-auto rounded-lg bg-muted p-3 text-xs leading-relaxed">
                {JSON.stringify(value, null, 2)}
              </pre>
            </figure>
          ))}
        </div>
      </div>
    </section>
  );
}

function isSuccess({ status }: { status: string }): boolean {
  return Number(status) < 400;
}
