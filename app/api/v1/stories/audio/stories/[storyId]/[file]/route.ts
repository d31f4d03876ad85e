import { defineAssetRoute } from '@/lib/http/define-asset-route';

export const GET = defineAssetRoute('audio');
export const HEAD = GET;
