import { type Judgement, judgeText, type NamedModel } from '../../lib/safety/classifier/judge-text.ts';
import type { Features } from '../../lib/safety/classifier/text-features.ts';
import { leniencyFor } from '../../lib/safety/leniency.ts';
import { trainLinearModel } from './train-linear-model.ts';
import type { TrainingLine } from './training-lines.ts';

export type Judged = { line: TrainingLine; judgement: Judgement };

/** `ok` first, then every other label there is. */
export function labelsOf(lines: readonly TrainingLine[]): string[] {
  const others = new Set(lines.map((line) => line.label).filter((label) => label !== 'ok'));
  return ['ok', ...[...others].toSorted()];
}

export function trainOn(lines: readonly TrainingLine[], labels: readonly string[]): NamedModel {
  const model = trainLinearModel(
    dropRare(lines.map((line) => line.features)),
    lines.map((line) => labels.indexOf(line.label)),
    labels.length,
  );
  return { model, labels };
}

/** Without neighbours and pairs that stand in one line alone: they are two thirds of all features and say little. */
function dropRare(examples: readonly Features[]): Features[] {
  const counts = new Map<number, number>();
  for (const example of examples) {
    for (const feature of example.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return examples.map(
    (example) =>
      new Map([...example].filter(([feature, weight]) => weight >= 1 || (counts.get(feature) ?? 0) > 1)),
  );
}

/** Judges the lines of each author by a model that has learned from all others: how it does with somebody new. */
export function crossValidate(lines: readonly TrainingLine[], authors: readonly string[]): Judged[] {
  const labels = labelsOf(lines);
  return authors.flatMap((author) => {
    const model = trainOn(
      lines.filter((line) => line.author !== author),
      labels,
    );
    return lines
      .filter((line) => line.author === author)
      .map((line) => ({
        line,
        judgement: judgeText(line.readings, line.findings, leniencyFor(line.age ?? '9-12'), model),
      }));
  });
}
