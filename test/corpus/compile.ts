import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Compiles a schema, after holding it against the schema of its dialect; throws if it is none. */
export type Compile = (schema: object) => ValidateFunction;

const schemasPerAjv = 1_000;

/** A compiler whose Ajv is replaced now and then: it keeps all that it has compiled, and becomes slower with it. */
export function createCompile(): Compile {
  let ajv = createAjv();
  let compiled = 0;
  return (schema) => {
    compiled += 1;
    if (compiled % schemasPerAjv === 0) ajv = createAjv();
    return ajv.compile(schema);
  };
}

/** Strict about nothing; without its optimiser and without what makes errors long, which take most of the time. */
function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    code: { optimize: false },
    formats: fullFormats,
    logger: false,
    ownProperties: true,
    strict: false,
  });
}

/** What the last call of a validator found first. */
export function firstError({ errors }: ValidateFunction): string {
  const [error] = errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? ''}`;
}
