import type { RunnerContext } from './runner-context.ts';

export function renderPage(context: RunnerContext): string {
  return `<!doctype html><title>Inngest runner</title><p>${context.registry.functions.length} functions`;
}
