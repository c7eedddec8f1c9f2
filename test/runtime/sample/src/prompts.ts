import type { Prompt } from './runtime/tool.js';

export const prompts = [
  {
    name: 'describe_pet',
    description: 'Describes a pet.',
    arguments: [{ name: 'pet', required: true }, { name: 'tone' }],
    text: 'Describe the pet {pet} in a {tone} tone.',
  },
] satisfies readonly Prompt[];
