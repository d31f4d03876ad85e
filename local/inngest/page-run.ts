import { type Html, html } from './html.ts';
import type { Job } from './queue.ts';
import { errorOfRun } from './run-end.ts';
import type { RunnerContext } from './runner-context.ts';
import type { Run } from './runs.ts';
import { listSteps, type Step } from './steps.ts';

const NOTHING = html``;
const MAX_SHOWN_CHARACTERS = 20_000;

function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${durationMs} ms`;
  if (durationMs < 60_000) return `${(durationMs / 1000).toFixed(1)} s`;
  return `${Math.floor(durationMs / 60_000)} min ${Math.round((durationMs % 60_000) / 1000)} s`;
}

const formatTime = (timeMs: number) => new Date(timeMs).toISOString().replace('T', ' ').slice(0, 19);

/** JSON for people, cut where it would only slow the page down. */
function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? 'undefined';
  return text.length > MAX_SHOWN_CHARACTERS
    ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}\n… (${text.length} characters)`
    : text;
}

function renderStep(step: Step, job: Job | undefined): Html {
  const error = step.result && 'error' in step.result ? step.result.error : undefined;
  const state = error ? 'error' : step.done ? 'done' : job && job.attempt > 0 ? 'retrying' : 'pending';
  const symbol = { error: '✕', done: '✓', retrying: '↻', pending: '·' }[state];
  const attempts = step.done ? step.attempts : (job?.attempt ?? 0) + 1;
  const tries = attempts > 1 ? `attempt ${attempts} · ` : '';
  const until = job && job.dueAt > Date.now() ? ` until ${formatTime(job.dueAt)}` : '';
  const took = step.durationMs === undefined ? '' : formatDuration(step.durationMs);
  const note = error?.message ?? job?.lastError ?? step.lastError;
  return html`<li><span class="${state}" title="${state}">${symbol}</span><span>${step.name}</span>
    <span class="quiet">${tries}${step.op}${until} ${took}</span>
    ${note ? html`<span class="more ${step.done && !error ? 'quiet' : 'error'}">${note}</span>` : NOTHING}</li>`;
}

/** A call that has no step of its own: the run is being continued, or that is being tried again. */
function renderCall(job: Job): Html {
  if (job.attempt === 0 && job.lastError === null) return NOTHING;
  return html`<li><span class="retrying">↻</span><span>continue the function</span>
    <span class="quiet">attempt ${job.attempt + 1} at ${formatTime(job.dueAt)}</span>
    <span class="more error">${job.lastError ?? ''}</span></li>`;
}

/** One run as a card: its state, its steps with attempts and errors, and its error. */
export function renderRun(context: RunnerContext, run: Run): Html {
  const steps = listSteps(context.store, run.id);
  const jobs = context.queue.listForRun(run.id);
  const calls = jobs.filter((job) => job.kind === 'call' && !steps.some((step) => step.id === job.stepId));
  const error = run.status === 'Failed' ? errorOfRun(run) : undefined;
  const took = formatDuration((run.endedAt ?? Date.now()) - run.startedAt);
  return html`<article class="card"><div class="row"><span class="badge ${run.status}">${run.status}</span>
    <strong>${run.functionId}</strong><a class="id" href="/?run=${run.id}">${run.id}</a>
    <span class="end">${run.events[0]?.name ?? ''} · ${formatTime(run.startedAt)} UTC · ${took}</span></div>
    ${error ? html`<div class="${run.status}">${error.name}: ${error.message}</div>` : NOTHING}
    <ol>${steps.map((step) =>
      renderStep(
        step,
        jobs.find((job) => job.stepId === step.id),
      ),
    )}${calls.map(renderCall)}</ol></article>`;
}

/** Everything known about one run: what started it, what each step gave and what came out. */
export function renderRunDetails(context: RunnerContext, run: Run): Html {
  const steps = listSteps(context.store, run.id).filter((step) => step.result);
  return html`${renderRun(context, run)}
    ${run.parent ? html`<p>Invoked by <a class="id" href="/?run=${run.parent.runId}">${run.parent.runId}</a></p>` : NOTHING}
    <h2>Event</h2><pre>${formatJson(run.events[0])}</pre>
    ${steps.map((step) => html`<h2>${step.name}</h2><pre>${formatJson(step.result)}</pre>`)}
    ${run.endedAt ? html`<h2>Output</h2><pre>${formatJson(run.output)}</pre>` : NOTHING}`;
}
