import type { CodeDescription } from '../../code-description.js';

/** Diagnostics of reading schemas: MG301 to MG399. */
export const schemaCodes = {
  MG301: {
    title: 'Schema reference leads nowhere',
    cause:
      'A `$ref` in a schema names nothing in the document; any value is accepted in its place.',
    fix: 'Correct the reference, or add the component it names.',
  },
  MG302: {
    title: 'Schema refers to itself without an end',
    cause:
      'Following `$ref`, `allOf`, `anyOf` or `oneOf` leads back to the schema itself, so it says nothing about a value.',
    fix: 'Break the cycle: a schema may only recur below a property or an item.',
  },
  MG303: {
    title: 'Not a schema',
    cause:
      'A schema is an object (or a boolean); something else stands here, and any value is accepted.',
    fix: 'Put a schema object here.',
  },
  MG304: {
    title: 'Keyword ignored',
    cause:
      'A schema keyword has a value that means nothing, for example a negative `minLength`, or says nothing of values of this type, or of files.',
    fix: 'Correct the value, or remove the keyword.',
  },
  MG305: {
    title: 'Keyword repaired',
    cause:
      'A schema keyword is written in a wrong form whose meaning is clear, for example `maxLength: "10"`.',
    fix: 'Write the form that JSON Schema defines.',
  },
  MG306: {
    title: 'Unknown type',
    cause: 'A `type` is none of null, boolean, object, array, number, integer and string.',
    fix: 'Use one of the types of JSON Schema.',
  },
  MG307: {
    title: 'Pattern became description',
    cause:
      'A `pattern` is no valid ECMAScript expression with the `u` flag, or could take more than linear time on some input, so values are not checked against it.',
    fix: 'Anchor the expression and avoid repetitions that can match the same text in several ways.',
  },
  MG308: {
    title: 'Pattern repaired',
    cause:
      'A `pattern` was written in a form that ECMAScript with the `u` flag refuses, and was rewritten to the same meaning.',
    fix: 'Write patterns without delimiters and escape only characters that have a meaning.',
  },
  MG309: {
    title: 'Value does not fit its schema',
    cause:
      'An `enum`, `const` or `default` value is not of the declared `type`; it was converted or left out.',
    fix: 'Correct the value or the `type`.',
  },
  MG310: {
    title: 'Bounds exclude every value',
    cause: 'A lower bound is above the upper bound; both were left out.',
    fix: 'Correct the bounds.',
  },
  MG311: {
    title: 'Closed schema in `allOf` opened',
    cause:
      'A member of `allOf` has `additionalProperties: false` and so forbids the properties of its siblings; it was left open.',
    fix: 'Use `unevaluatedProperties: false` beside the `allOf`.',
  },
  MG312: {
    title: '`oneOf` is checked as `anyOf`',
    cause:
      'Alternatives that a discriminator tells apart, or that became wider (64-bit integers, read-only properties, recursion), may overlap.',
    fix: 'Nothing to do: the API decides between alternatives.',
  },
  MG313: {
    title: 'Condition not checked',
    cause:
      'A `not` or `if` holds a schema that became wider, so that checking it would refuse valid values.',
    fix: 'Nothing to do: the API checks the condition.',
  },
  MG314: {
    title: 'Schema nested too deeply',
    cause: 'Schemas are nested in each other beyond the limit; any value is accepted below it.',
    fix: 'Flatten the schema.',
  },
  MG316: {
    title: 'Bound of the body not checked',
    cause:
      'The number of properties of a body is bounded, and its properties are arguments beside others.',
    fix: 'Nothing to do: the API checks the bound.',
  },
} as const satisfies Readonly<Record<string, CodeDescription>>;
