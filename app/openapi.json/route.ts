export { GET, HEAD } from '@/app/api/openapi.json/route';
