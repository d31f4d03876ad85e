export { GET } from '@/app/health/ready/route';
