import { type FunctionConfig, maxAttempts } from './function-config.ts';
import { readHealth } from './health.ts';
import { Html, html } from './html.ts';
import { renderRun, renderRunDetails } from './page-run.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { RunnerContext } from './runner-context.ts';
import { findRun, listLatestRuns, type Run } from './runs.ts';

const SHOWN_RUNS = 30;
const REFRESH_SECONDS = 2;

function renderFunction(config: FunctionConfig): Html {
  const triggers = config.triggers.map((trigger) => ('cron' in trigger ? trigger.cron : trigger.event));
  const limits = config.concurrency.map((rule) =>
    rule.key ? `${rule.limit} per ${rule.key}` : `${rule.limit}`,
  );
  const cancels = config.cancel.map((cancel) => cancel.event);
  return html`<tr><td><code>${config.id}</code></td><td>${triggers.join(', ') || 'invoked'}</td>
    <td>${maxAttempts(config)}</td><td>${limits.join(', ') || '–'}</td><td>${cancels.join(', ') || '–'}</td></tr>`;
}

function renderOverview(context: RunnerContext): Html {
  const runs = listLatestRuns(context.store, SHOWN_RUNS);
  return html`<h2>Latest runs</h2>
    ${runs.length === 0 ? html`<p class="quiet">Nothing has run yet.</p>` : runs.map((run) => renderRun(context, run))}
    <h2>Functions</h2><div class="card scroll"><table>
    <tr><th>Function</th><th>Started by</th><th>Attempts</th><th>Concurrency</th><th>Cancelled by</th></tr>
    ${context.registry.functions.map(renderFunction)}</table></div>`;
}

function renderHeader(context: RunnerContext): Html {
  const health = readHealth(context);
  const { app } = context.registry;
  const counts = Object.entries(health.runs).map(([status, count]) => `${count} ${status}`);
  return html`<header><h1><a href="/">Inngest runner</a></h1>
    <p>${app ? `${app.name} (${app.sdk})` : 'no app yet'} at ${context.settings.appUrl} ·
      ${health.problem ? html`<span class="error">${health.problem}</span>` : html`<span class="done">in sync</span>`}</p>
    <p>Runs: ${counts.join(', ') || 'none'} · jobs: ${health.jobs.queued} (${health.jobs.active} active) ·
      held events: ${health.held_events}</p></header>`;
}

/** A look inside for people. It only reads, and reloads itself while anything shown can still change. */
export function renderPage(context: RunnerContext, runId: string | null): string {
  const run: Run | undefined = runId === null ? undefined : findRun(context.store, runId);
  const body =
    runId === null
      ? renderOverview(context)
      : run
        ? renderRunDetails(context, run)
        : html`<p>There is no such run; it may have been forgotten after its retention time.</p>`;
  const isLive = runId === null || run?.status === 'Running';
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${isLive ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : html``}
    <title>${run ? `${run.status} · ${run.functionId}` : 'Inngest runner'}</title>
    <style>${new Html(PAGE_STYLE)}</style></head><body><main>
    ${renderHeader(context)}${body}</main></body></html>`;
  return page.text;
}
