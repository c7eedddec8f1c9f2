import * as presets from '../../templates/rooms/core/src/runtime/annotations.js';
import type { ToolAnnotations } from '../model/model.js';
import { identifier, type Code } from './code.js';

/** The constant of `runtime/annotations.ts` with just these hints, or the hints themselves if there is none. */
export function annotationsValue(annotations: ToolAnnotations): Code | ToolAnnotations {
  const name = presetName(annotations);
  return name === undefined ? annotations : identifier(name);
}

/** The constants that the tools use, sorted. */
export function usedPresets(
  tools: readonly { readonly annotations: ToolAnnotations }[],
): readonly string[] {
  const names = tools.flatMap(({ annotations }) => presetName(annotations) ?? []);
  return [...new Set(names)].toSorted();
}

function presetName(annotations: ToolAnnotations): string | undefined {
  const same = (preset: ToolAnnotations) =>
    preset.readOnlyHint === annotations.readOnlyHint &&
    preset.destructiveHint === annotations.destructiveHint &&
    preset.idempotentHint === annotations.idempotentHint &&
    preset.openWorldHint === annotations.openWorldHint;
  return Object.entries(presets).find(([, preset]) => same(preset))?.[0];
}
