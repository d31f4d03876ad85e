import { queryOptions } from '@tanstack/react-query';
import type { ModelCatalog } from '@/lib/ai/model-catalog-view';
import { requestJson } from './request-json';

/** Which models work here, and whether their services answer (`app/api/v1/models`); asked anew while a page shows it. */
export const modelsQueryOptions = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => requestJson<ModelCatalog>('/api/v1/models', { signal }),
  refetchInterval: 60_000,
});
