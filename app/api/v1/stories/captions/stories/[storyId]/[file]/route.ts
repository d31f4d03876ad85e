import { defineAssetRoute } from '@/lib/http/define-asset-route';

export const GET = defineAssetRoute('captions');
export const HEAD = GET;
