import type { MadeTool } from '../make-tool.js';
import type { ModelGroup, Pins, ToolPin } from '../model.js';
import { compare } from '../node.js';

/** What the previous generation recorded for an operation. */
export function pinOf(pins: Pins | undefined, key: string): ToolPin | undefined {
  return pins !== undefined && Object.hasOwn(pins.tools, key) ? pins.tools[key] : undefined;
}

/** The pins of this generation by operation key, sorted. */
export function pinTools(
  made: readonly MadeTool[],
  groups: readonly ModelGroup[],
): Readonly<Record<string, ToolPin>> {
  const files = new Map(groups.flatMap(({ file, tools }) => tools.map(({ name }) => [name, file])));
  return Object.fromEntries(
    made
      .map(({ operation, tool, argumentPins }): readonly [string, ToolPin] => [
        operation.key,
        {
          name: tool.name,
          group: files.get(tool.name) ?? '',
          ...(Object.keys(argumentPins).length > 0 && { arguments: argumentPins }),
        },
      ])
      .toSorted(([left], [right]) => compare(left, right)),
  );
}
