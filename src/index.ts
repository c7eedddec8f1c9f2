export { generate, type GenerateResult } from './generate.js';
export {
  listTools,
  type ListedTool,
  type ListOptions,
  type ListOrder,
  type ListResult,
} from './list.js';
export { hostNames, type HostName } from './model/hosts/host.js';
export type { Objection } from './model/hosts/objection.js';
export type { GenerateOptions } from './options.js';
export { prepareServer, type PreparedServer, type ServeOptions } from './serve.js';
export type { Stage } from './stopwatch.js';
export {
  diagnosticCodes,
  InputError,
  type Diagnostic,
  type DiagnosticCode,
  type Origin,
  type Severity,
} from './diagnostics.js';
