import type { ElicitRequestFormParams } from '@modelcontextprotocol/server';

/** A form that asks for texts, all of them. */
export function textForm(message: string, ...names: readonly string[]): ElicitRequestFormParams {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  return { message, requestedSchema: { type: 'object', properties, required: [...names] } };
}

/** Every primitive type, with a default (SEP-1034). */
export const defaultsForm: ElicitRequestFormParams = {
  message: 'Please review the form.',
  requestedSchema: {
    type: 'object',
    properties: {
      name: { type: 'string', default: 'John Doe' },
      age: { type: 'integer', default: 30 },
      score: { type: 'number', default: 95.5 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean', default: true },
    },
    required: [],
  },
};

/** Every way to offer a choice (SEP-1330). */
export const enumsForm: ElicitRequestFormParams = {
  message: 'Please choose.',
  requestedSchema: {
    type: 'object',
    properties: {
      untitledSingle: { type: 'string', enum: ['option1', 'option2', 'option3'] },
      titledSingle: {
        type: 'string',
        oneOf: [
          { const: 'value1', title: 'First Option' },
          { const: 'value2', title: 'Second Option' },
          { const: 'value3', title: 'Third Option' },
        ],
      },
      legacyEnum: {
        type: 'string',
        enum: ['opt1', 'opt2', 'opt3'],
        enumNames: ['Option One', 'Option Two', 'Option Three'],
      },
      untitledMulti: {
        type: 'array',
        items: { type: 'string', enum: ['option1', 'option2', 'option3'] },
      },
      titledMulti: {
        type: 'array',
        items: {
          anyOf: [
            { const: 'value1', title: 'First Choice' },
            { const: 'value2', title: 'Second Choice' },
            { const: 'value3', title: 'Third Choice' },
          ],
        },
      },
    },
    required: [],
  },
};
