import { defineAssetRoute } from '@/lib/http/define-asset-route';

export const GET = defineAssetRoute('images');
export const HEAD = GET;
