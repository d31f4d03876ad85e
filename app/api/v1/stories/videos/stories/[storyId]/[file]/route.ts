import { defineAssetRoute } from '@/lib/http/define-asset-route';

export const GET = defineAssetRoute('videos');
export const HEAD = GET;
