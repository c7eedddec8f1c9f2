import assert from 'node:assert/strict';

/** What a server has measured, as a scraper reads it. */
export interface Exposition {
  /** The sum of the samples of a name that have all these labels. */
  readonly sum: (name: string, labels?: Labels) => number;
  /** The values of a label that the samples of a name have. */
  readonly values: (name: string, label: string) => readonly string[];
  readonly names: readonly string[];
}

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

const sampleLine = /^([a-z][a-z\d_]*)(?:\{(.*)\})? (-?[\d.]+(?:e[+-]?\d+)?|\+Inf|NaN)$/i;
const labelPair = /([a-z_]+)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/gi;

/** Reads the text format 0.0.4; any line that is not of it, or that belongs to no declared metric, fails. */
export function parseExposition(text: string): Exposition {
  assert.ok(text.endsWith('\n'));
  let family = '';
  const samples = text.split('\n').flatMap((line): readonly Sample[] => {
    if (line === '' || line.startsWith('# HELP ')) return [];
    if (line.startsWith('# TYPE ')) {
      const [, name, type] = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line) ?? [];
      assert.ok(name !== undefined, line);
      family = type === 'histogram' ? `^${name}(_bucket|_sum|_count)$` : `^${name}$`;
      return [];
    }
    const [, name = '', list = '', value] = sampleLine.exec(line) ?? [];
    assert.match(name, new RegExp(family), line);
    const pairs = [...list.matchAll(labelPair)];
    assert.equal(pairs.map(([pair]) => pair).join(''), list, line);
    const labels = Object.fromEntries(pairs.map(([, label = '', text = '']) => [label, text]));
    return [{ name, labels, value: Number(value?.replace('+Inf', 'Infinity')) }];
  });
  const named = (name: string): readonly Sample[] => samples.filter((each) => each.name === name);
  return {
    sum: (name, labels = {}) =>
      named(name)
        .filter((each) => Object.entries(labels).every(([key, is]) => each.labels[key] === is))
        .reduce((total, { value }) => total + value, 0),
    values: (name, label) => [...new Set(named(name).map(({ labels }) => labels[label] ?? ''))],
    names: [...new Set(samples.map(({ name }) => name))],
  };
}
