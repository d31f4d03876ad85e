export { describeGivenText as default } from './describe-given-text.ts';
