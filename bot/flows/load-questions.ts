/** The question graph out of `questions.yaml`. */
import type { Cond, Graph, Kind, Question, Role } from '../../questions/types.js';
import type { Path, Shape } from './shape.js';
import type { YamlFile } from './yaml-file.js';

/** Reads a graph; its sense is checked by questions/check-graph. */
export function graphOf(file: YamlFile, shape: Shape): Graph {
  const list: unknown = shape.fields(file, [])['questions'];
  if (!Array.isArray(list)) shape.mistake(file, ['questions'], 'must be a list');
  return {
    version: shape.text(file, ['version']),
    questions: (Array.isArray(list) ? list : []).map((_item, at) =>
      questionOf(file, ['questions', at], shape),
    ),
  };
}

const questionKeys = ['id', 'kind', 'optional', 'choices', 'ends', 'when', 'role'];
function questionOf(file: YamlFile, path: Path, shape: Shape): Question {
  const fields = shape.fields(file, path);
  for (const key of Object.keys(fields))
    if (!questionKeys.includes(key)) shape.mistake(file, [...path, key], 'is no field of a question');
  return {
    id: shape.text(file, [...path, 'id']),
    kind: shape.text(file, [...path, 'kind']) as Kind,
    optional: fields['optional'] === undefined ? false : shape.flag(file, [...path, 'optional']),
    ...(fields['choices'] === undefined ? {} : { choices: shape.list(file, [...path, 'choices']) }),
    ...(fields['ends'] === undefined ? {} : { ends: shape.list(file, [...path, 'ends']) }),
    ...(fields['when'] === undefined ? {} : { when: condOf(file, [...path, 'when'], shape) }),
    ...(fields['role'] === undefined ? {} : { role: shape.text(file, [...path, 'role']) as Role }),
  };
}

function condOf(file: YamlFile, path: Path, shape: Shape): Cond {
  const fields = shape.fields(file, path);
  if ('not' in fields) return { not: condOf(file, [...path, 'not'], shape) };
  if (Array.isArray(fields['all']))
    return { all: fields['all'].map((_c, at) => condOf(file, [...path, 'all', at], shape)) };
  return { q: shape.text(file, [...path, 'q']), in: shape.list(file, [...path, 'in']) };
}
