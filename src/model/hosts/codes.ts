import type { CodeDescription } from '../../code-description.js';

/** Diagnostics of what the hosts of `--profile` refuse: MG250 to MG259. */
export const hostCodes = {
  MG250: {
    title: 'Tool name that a host does not take',
    cause:
      'With the name of the server or without, it is longer than a host of `--profile` takes, or has other characters: the tool is refused, left out, or cut to the name of another.',
    fix: 'Generate with --rename for new names, change the name in `x-mcp` or the config, or give the server a shorter one by --name.',
  },
  MG251: {
    title: 'More tools than a host takes',
    cause:
      'A host of `--profile` takes only so many tools, those of other servers included; the rest are left out, or all are refused.',
    fix: 'Choose operations with --include, --exclude or --read-only, or make GETs resources alone with --resources resources-only.',
  },
  MG252: {
    title: 'Argument name that a host refuses',
    cause: 'A host of `--profile` refuses tools with an argument of this name.',
    fix: 'Generate with --rename: the name on the wire stays.',
  },
  MG253: {
    title: 'Input schema that a host refuses',
    cause:
      'A host of `--profile` does not know a part of these schemas, which cannot be written otherwise without accepting something else.',
    fix: 'Simplify the schemas in the source, or leave the operations out.',
  },
  MG254: {
    title: 'Input schema that a host reads in part',
    cause:
      'A host of `--profile` leaves a part of these schemas out when it shows them to its model.',
    fix: 'Nothing to do: the server checks all of it, and says what is wrong.',
  },
  MG255: {
    title: 'Description longer than a host takes',
    cause: 'A host of `--profile` cuts or refuses descriptions of this length.',
    fix: 'Give a shorter one by `x-mcp: { description: … }`.',
  },
  MG256: {
    title: 'Results longer than a host takes',
    cause:
      'The `maxResultChars` of a tool allows results that a host of `--profile` cuts or puts aside.',
    fix: 'Lower it, or remove it.',
  },
} as const satisfies Readonly<Record<string, CodeDescription>>;
