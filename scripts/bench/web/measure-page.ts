import lighthouse, { type Result } from 'lighthouse';

/** Scores are of a hundred, times milliseconds, weights bytes. */
export type PageFigures = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  firstPaintMs: number;
  largestPaintMs: number;
  layoutShift: number;
  blockingMs: number;
  serverMs: number;
  transferredBytes: number;
  /** Every script that came over the network until the page was at rest, also what Next fetches ahead for other pages. */
  loadedScriptBytes: number;
  /** What costs most: the audits that are not passed, and where. */
  complaints: string[];
};

type Options = {
  url: string;
  browserPort: number;
  cookie?: string | undefined;
  runs: number;
  throttling: 'simulate' | 'devtools';
};

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Visits a page several times as Lighthouse's slow phone, with an empty cache; the run in the middle by its score. */
export async function measurePage({
  url,
  browserPort,
  cookie,
  runs,
  throttling,
}: Options): Promise<PageFigures> {
  const figures: PageFigures[] = [];
  for (let run = 0; run < runs; run += 1) {
    const answer = await lighthouse(url, {
      port: browserPort,
      onlyCategories: CATEGORIES,
      throttlingMethod: throttling,
      logLevel: 'error',
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    });
    if (!answer) throw new Error(`Lighthouse said nothing of ${url}.`);
    const { runtimeError } = answer.lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.code} ${runtimeError.message}`);
    figures.push(readFigures(answer.lhr));
  }
  figures.sort((a, b) => a.performance - b.performance || b.largestPaintMs - a.largestPaintMs);
  const median = figures[Math.floor(figures.length / 2)];
  if (!median) throw new Error('At least one run is needed.');
  return median;
}

function readFigures({ audits, categories }: Result): PageFigures {
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const requests = itemsOf(audits['network-requests']);
  const sum = (found: Item[]) => found.reduce((bytes, item) => bytes + Number(item.transferSize ?? 0), 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    firstPaintMs: value('first-contentful-paint'),
    largestPaintMs: value('largest-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    blockingMs: value('total-blocking-time'),
    serverMs: value('server-response-time'),
    transferredBytes: sum(requests),
    loadedScriptBytes: sum(requests.filter(({ resourceType }) => resourceType === 'Script')),
    complaints: CATEGORIES.flatMap((category) =>
      (categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => {
          const { score: reached, scoreDisplayMode: mode } = audits[id] ?? {};
          return (
            reached !== null &&
            reached !== undefined &&
            reached < 0.9 &&
            mode !== 'informative' &&
            (weight > 0 || category === 'performance')
          );
        })
        .map(({ id }) => describeAudit(id, audits[id])),
    ),
  };
}

type Audit = Result['audits'][string];
type Item = Record<string, unknown>;

function describeAudit(id: string, audit: Audit | undefined): string {
  const places = itemsOf(audit)
    .slice(0, 3)
    .map(
      ({ node, url, label, sourceLocation }) =>
        (node as Item | undefined)?.snippet ??
        url ??
        (sourceLocation as Item | undefined)?.url ??
        (typeof label === 'string' ? label : undefined),
    )
    .filter((place) => place !== undefined);
  const head = `${id}: ${audit?.displayValue ?? audit?.title ?? ''}`;
  return places.length > 0 ? `${head} (${places.join(' | ').slice(0, 400)})` : head;
}

function itemsOf(audit: Audit | undefined): Item[] {
  const details = audit?.details;
  const items = details && 'items' in details ? details.items : [];
  return Array.isArray(items) ? (items as Item[]) : [];
}
