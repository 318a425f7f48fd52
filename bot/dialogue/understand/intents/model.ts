/**
 * Learns from examples which of some classes a text belongs to: multinomial logistic regression (softmax) on sparse
 * features weighted by how telling they are (inverse document frequency), trained with AdaGrad (Duchi, Hazan and
 * Singer, JMLR 12, 2011). Small, local, the same on every machine, and each decision can name what it came from.
 */
import type { Concepts } from './concepts.js';
import { featuresOf } from './features.js';

/** Class → its examples. */
export type Examples = Readonly<Record<string, readonly string[]>>;

export interface TextModel {
  readonly classes: readonly string[];
  readonly concepts: Concepts;
  /** feature → its row */
  readonly features: ReadonlyMap<string, number>;
  /** how telling each feature is (inverse document frequency), by row */
  readonly idf: Float32Array;
  /** one row a feature, one column a class */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A text beside all classes: shares that make 1 together, in the order of `classes`. */
export interface Scores {
  readonly shares: Float32Array;
  /** how much of the text the model has seen before, from 0 to 1 */
  readonly seen: number;
}

/** Passes over the examples, the learning rate, how strongly weights are drawn to nothing, and errors not learnt from. */
const training = { passes: 5, rate: 0.5, decay: 2e-5, deaf: 0.02 };

interface Sample {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly of: number;
}

/** @throws RangeError when a class has no examples */
export function learn(examples: Examples, concepts: Concepts): TextModel {
  const classes = Object.keys(examples).sort();
  const texts = classes.flatMap((name, of) => {
    const own = examples[name] ?? [];
    if (own.length === 0) throw new RangeError(`no examples of ${name}`);
    return own.map((text) => ({ of, features: featuresOf(text, concepts) }));
  });
  const { features, idf } = weighed(texts.map((text) => text.features));
  const model: TextModel = {
    classes,
    concepts,
    features,
    idf,
    weights: new Float32Array(features.size * classes.length),
    bias: new Float32Array(classes.length),
  };
  train(
    model,
    texts.map((text) => ({ ...vectorOf(model, text.features), of: text.of })),
  );
  return model;
}

/** Every feature with its row and its inverse document frequency. */
function weighed(texts: readonly (readonly string[])[]): Pick<TextModel, 'features' | 'idf'> {
  const counts = new Map<string, number>();
  for (const features of texts)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return {
    features: new Map([...counts.keys()].map((feature, row) => [feature, row])),
    idf: Float32Array.from(counts.values(), (count) => Math.log((1 + texts.length) / count)),
  };
}

/** A text as a vector of length 1 over the features that are known. */
function vectorOf(
  { features, idf }: Pick<TextModel, 'features' | 'idf'>,
  found: readonly string[],
): { rows: Int32Array; values: Float32Array } {
  const rows = new Int32Array(found.length);
  const values = new Float32Array(found.length);
  let [count, sum] = [0, 0];
  for (const feature of found) {
    const row = features.get(feature);
    if (row === undefined) continue;
    const weight = idf[row] ?? 0;
    rows[count] = row;
    values[count] = weight;
    sum += weight * weight;
    count += 1;
  }
  const length = Math.sqrt(sum) || 1;
  for (let n = 0; n < count; n += 1) values[n] = (values[n] ?? 0) / length;
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
}

function train({ classes, weights, bias }: TextModel, samples: readonly Sample[]): void {
  const width = classes.length;
  const seen = new Float32Array(weights.length).fill(1e-8);
  const seenBias = new Float32Array(width).fill(1e-8);
  const order = samples.map((_sample, at) => at);
  const draw = createDraw();
  const shares = new Float32Array(width);
  const wrong = new Int32Array(width);
  for (let pass = 0; pass < training.passes; pass += 1) {
    shuffle(order, draw);
    for (const at of order) {
      const sample = samples[at];
      if (sample === undefined) continue;
      score({ weights, bias, width }, sample, shares);
      shares[sample.of] = (shares[sample.of] ?? 0) - 1;
      let count = 0;
      for (let column = 0; column < width; column += 1) {
        const error = shares[column] ?? 0;
        // What is as good as right teaches nothing, and most columns are.
        if (error < training.deaf && error > -training.deaf) continue;
        wrong[count] = column;
        count += 1;
        seenBias[column] = (seenBias[column] ?? 0) + error * error;
        bias[column] = (bias[column] ?? 0) - (0.3 * training.rate * error) / Math.sqrt(seenBias[column] ?? 1);
      }
      // Row by row: the columns of a row lie side by side in memory.
      for (let n = 0; n < sample.rows.length; n += 1) {
        const base = (sample.rows[n] ?? 0) * width;
        const value = sample.values[n] ?? 0;
        for (let one = 0; one < count; one += 1) {
          const column = wrong[one] ?? 0;
          const cell = base + column;
          const slope = (shares[column] ?? 0) * value + training.decay * (weights[cell] ?? 0);
          const sum = (seen[cell] ?? 0) + slope * slope;
          seen[cell] = sum;
          weights[cell] = (weights[cell] ?? 0) - (training.rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
}

/** Softmax over the classes, into `shares`. */
function score(
  { weights, bias, width }: { weights: Float32Array; bias: Float32Array; width: number },
  { rows, values }: Pick<Sample, 'rows' | 'values'>,
  shares: Float32Array,
): void {
  shares.set(bias);
  for (let n = 0; n < rows.length; n += 1) {
    const base = (rows[n] ?? 0) * width;
    const value = values[n] ?? 0;
    for (let column = 0; column < width; column += 1)
      shares[column] = (shares[column] ?? 0) + value * (weights[base + column] ?? 0);
  }
  let most = -Infinity;
  for (const one of shares) if (one > most) most = one;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const share = Math.exp((shares[column] ?? 0) - most);
    shares[column] = share;
    sum += share;
  }
  for (let column = 0; column < width; column += 1) shares[column] = (shares[column] ?? 0) / sum;
}

/** The shares of a text. */
export function scoresOf(model: TextModel, text: string): Scores {
  const found = featuresOf(text, model.concepts);
  const vector = vectorOf(model, found);
  const shares = new Float32Array(model.classes.length);
  score({ ...model, width: model.classes.length }, vector, shares);
  return { shares, seen: found.length === 0 ? 0 : vector.rows.length / found.length };
}

/** The features of a text that spoke most for a class, the strongest first. */
export function because(model: TextModel, text: string, name: string, most = 5): readonly string[] {
  const column = model.classes.indexOf(name);
  return featuresOf(text, model.concepts)
    .flatMap((feature) => {
      const row = model.features.get(feature);
      if (row === undefined) return [];
      const weight = (model.weights[row * model.classes.length + column] ?? 0) * (model.idf[row] ?? 0);
      return weight > 0 ? [{ feature, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ feature }) => feature);
}

/** The same order every time (Lehmer's generator, 48271 modulo 2³¹ − 1). */
function createDraw(): (below: number) => number {
  let state = 20_260_101;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function shuffle(order: number[], draw: (below: number) => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
