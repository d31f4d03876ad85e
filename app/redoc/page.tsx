import type { Metadata } from 'next';
import { CallSection, MethodBadge } from '@/components/reference/call-section';
import { Prose } from '@/components/reference/prose';
import { SchemaView } from '@/components/reference/schema-view';
import { getOpenApiDocument } from '@/lib/openapi/get-document';
import { readReference } from '@/lib/openapi/read-document';

export const metadata: Metadata = { title: 'API' };

/** The API to read: contents on the left, each call with its examples beside it. Needs no script. */
export default function ReferencePage() {
  const document = getOpenApiDocument();
  const areas = readReference(document);
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
      <nav
        aria-label="Contents"
        className="mb-8 lg:sticky lg:top-6 lg:mb-0 lg:max-h-[90vh] lg:self-start lg:overflow-y-auto"
      >
        {areas.map((area) => (
          <details key={area.name} open={area === areas[0]} className="py-1">
            <summary className="cursor-pointer py-1 font-bold">{area.name}</summary>
            <ul className="space-y-0.5 border-l pl-2 text-sm">
              {area.calls.map((call) => (
                <li key={call.id}>
                  <a
                    href={`#${call.id}`}
                    className="flex items-baseline gap-2 rounded px-1 py-1 hover:bg-muted"
                  >
                    <MethodBadge method={call.method} className="w-13 text-[0.6rem]" />
                    <span>{call.summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
        <a href="#schemas" className="block py-1 font-bold">
          Schemas
        </a>
      </nav>
      <article className="min-w-0">
        <h1 className="font-title text-4xl">{document.info.title} API</h1>
        <p className="mt-2 text-lg">{document.info.summary}</p>
        <p className="mt-2 text-sm">
          <a href="/docs" className="underline">
            Try it out
          </a>{' '}
          ·{' '}
          <a href="/api/openapi.json" className="underline">
            OpenAPI {document.openapi}
          </a>
        </p>
        <div className="mt-6 space-y-4">
          <Prose text={document.info.description} />
        </div>
        {areas.map((area) => (
          <section key={area.name} className="mt-14">
            <h2 className="font-title text-3xl">{area.name}</h2>
            <div className="mt-2 mb-6">
              <Prose text={area.description} />
            </div>
            {area.calls.map((call) => (
              <CallSection key={call.id} call={call} />
            ))}
          </section>
        ))}
        <section id="schemas" className="mt-14">
          <h2 className="font-title text-3xl">Schemas</h2>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <section key={name} id={`schema-${name}`} className="scroll-mt-6 border-t py-6">
              <h3 className="mb-3 font-mono text-lg font-semibold">{name}</h3>
              <SchemaView schema={schema} />
            </section>
          ))}
        </section>
      </article>
    </div>
  );
}
