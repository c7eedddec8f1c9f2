import { inputRequired, inputResponse } from '@modelcontextprotocol/server';
import type { CustomPrompt } from '../runtime/custom.js';
import { textForm } from './forms.js';
import { png } from './samples.js';

export const prompts: readonly CustomPrompt[] = [
  {
    name: 'test_simple_prompt',
    description: 'A prompt without arguments.',
    text: 'This is a simple prompt for testing.',
  },
  {
    name: 'test_prompt_with_arguments',
    description: 'A prompt with arguments.',
    arguments: [
      { name: 'arg1', required: true, enum: ['paris', 'park', 'party', 'pond'] },
      { name: 'arg2', required: true },
    ],
    text: "Prompt with arguments: arg1='{arg1}', arg2='{arg2}'",
  },
  {
    name: 'test_prompt_with_embedded_resource',
    description: 'A prompt with a resource.',
    arguments: [{ name: 'resourceUri', required: true }],
    get: ({ resourceUri = '' }) => ({
      messages: [
        {
          role: 'user',
          content: {
            type: 'resource',
            resource: {
              uri: resourceUri,
              mimeType: 'text/plain',
              text: 'Embedded resource content for testing.',
            },
          },
        },
        {
          role: 'user',
          content: { type: 'text', text: 'Please process the embedded resource above.' },
        },
      ],
    }),
  },
  {
    name: 'test_prompt_with_image',
    description: 'A prompt with an image.',
    get: () => ({
      messages: [
        { role: 'user', content: { type: 'image', data: png, mimeType: 'image/png' } },
        { role: 'user', content: { type: 'text', text: 'Please analyze the image above.' } },
      ],
    }),
  },
  {
    name: 'test_input_required_result_prompt',
    description: 'A prompt that asks the user first.',
    get: (_, { mcp }) => {
      const answer = inputResponse(mcp.mcpReq.inputResponses, 'user_context');
      if (answer.kind !== 'elicit') {
        const form = textForm('What context should the prompt use?', 'context');
        return inputRequired({ inputRequests: { user_context: inputRequired.elicit(form) } });
      }
      const text = `Use the context ${String(answer.content?.['context'])}.`;
      return { messages: [{ role: 'user', content: { type: 'text', text } }] };
    },
  },
];
