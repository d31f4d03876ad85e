import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { readSwaggerFile } from '@/lib/openapi/swagger-files';

/** The files of Swagger UI. */
export const GET = defineRoute(
  { params: z.object({ file: z.string().max(100) }), caller: 'none' },
  async ({ params }) => {
    const file = await readSwaggerFile(params.file);
    if (!file) throw new AppError('not_found', 'There is no such file.');
    return new Response(new Uint8Array(file.bytes), {
      headers: { 'content-type': file.mediaType, 'cache-control': 'public, max-age=86400' },
    });
  },
);
