import { takeoverSentence, troubleSentences } from './call-trouble';
import type { StepState, StepSummary } from './group-calls';
import { StepCost } from './step-cost';
import { stepName } from './step-name';

/** Every step with who did it, how often, for how much and how long: a table, on a phone a list of cards. */
export function StepTable({ steps }: { steps: StepSummary[] }) {
  return (
    <>
      <table className="w-full border-collapse text-left max-sm:hidden">
        <thead>
          <tr className="border-b-2 text-muted-foreground text-sm">
            <th scope="col" className="py-2 pr-4 font-bold">
              What
            </th>
            <th scope="col" className="py-2 pr-4 font-bold">
              Who
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-bold">
              Tries
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-bold">
              Time
            </th>
            <th scope="col" className="py-2 text-right font-bold">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.step} className="border-b align-top last:border-0">
              <th scope="row" className="py-2.5 pr-4 font-bold">
                {stepName(step.step)}
              </th>
              <td className="py-2.5 pr-4">
                {step.label}
                <StepTroubles step={step} />
              </td>
              <td className="py-2.5 pr-4 text-right tabular-nums">{step.tries || '–'}</td>
              <td className="whitespace-nowrap py-2.5 pr-4 text-right tabular-nums">
                <StepTime step={step} />
              </td>
              <td className="py-2.5 text-right tabular-nums">
                <StepCost step={step} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="divide-y sm:hidden">
        {steps.map((step) => (
          <li key={step.step} className="py-3">
            <p className="flex items-baseline justify-between gap-4">
              <span className="font-bold">{stepName(step.step)}</span>
              <span className="text-right tabular-nums">
                <StepCost step={step} />
              </span>
            </p>
            <p className="flex items-baseline justify-between gap-4 text-muted-foreground text-sm">
              <span>
                {step.label}
                {step.tries > 1 ? `, ${step.tries} tries` : null}
              </span>
              <span className="shrink-0 tabular-nums">
                <StepTime step={step} />
              </span>
            </p>
            <StepTroubles step={step} />
          </li>
        ))}
      </ul>
    </>
  );
}

function StepTroubles({ step }: { step: StepSummary }) {
  const sentences = [...troubleSentences(step), takeoverSentence(step)].filter(Boolean);
  if (sentences.length === 0) return null;
  return <span className="block text-muted-foreground text-sm">{sentences.join(' ')}</span>;
}

const WITHOUT_TIME: Partial<Record<StepState, string>> = { running: 'under way', cached: '–' };

function StepTime({ step }: { step: StepSummary }) {
  const words = WITHOUT_TIME[step.state];
  if (words) return words;
  if (step.durationMs === undefined) return '–';
  const seconds = Math.max(0.1, step.durationMs / 1_000);
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
