import { inputRequired, inputResponse, type InputRequiredSpec } from '@modelcontextprotocol/server';
import type { CustomContext, CustomTool, ToolAnswer } from '../runtime/custom.js';
import { defaultsForm, enumsForm, textForm } from './forms.js';

/** Tools that need something from the client's user or its model first. */
export const askingTools: readonly CustomTool[] = [
  {
    name: 'test_sampling',
    description: "Asks the client's model.",
    inputSchema: {
      type: 'object',
      properties: { prompt: { type: 'string' } },
      required: ['prompt'],
    },
    handler: ({ prompt }, context) =>
      ask(context, {
        inputRequests: { answer: inputRequired.createMessage(sample(String(prompt), 100)) },
      }),
  },
  {
    name: 'test_elicitation',
    description: 'Asks the user.',
    inputSchema: {
      type: 'object',
      properties: { message: { type: 'string' } },
      required: ['message'],
    },
    handler: ({ message }, context) =>
      ask(context, {
        inputRequests: {
          user: inputRequired.elicit(textForm(String(message), 'username', 'email')),
        },
      }),
  },
  asking('test_elicitation_sep1034_defaults', {
    inputRequests: { form: inputRequired.elicit(defaultsForm) },
  }),
  asking('test_elicitation_sep1330_enums', {
    inputRequests: { form: inputRequired.elicit(enumsForm) },
  }),
  asking('test_streaming_elicitation', {
    inputRequests: { name: inputRequired.elicit(textForm('What is your name?', 'name')) },
  }),
  asking('test_missing_capability', {
    inputRequests: { answer: inputRequired.createMessage(sample('Anything.', 10)) },
  }),
  asking('test_input_required_result_elicitation', {
    inputRequests: { user_name: inputRequired.elicit(textForm('What is your name?', 'name')) },
  }),
  asking('test_input_required_result_sampling', {
    inputRequests: {
      capital_question: inputRequired.createMessage(sample('What is the capital of France?', 100)),
    },
  }),
  asking('test_input_required_result_list_roots', {
    inputRequests: { client_roots: inputRequired.listRoots() },
  }),
  asking('test_input_required_result_request_state', {
    inputRequests: { confirm: inputRequired.elicit(confirmForm()) },
    requestState: 'state-ok',
  }),
  asking('test_input_required_result_tampered_state', {
    inputRequests: { confirm: inputRequired.elicit(confirmForm()) },
    requestState: 'intact',
  }),
  asking('test_input_required_result_multiple_inputs', {
    inputRequests: {
      user_name: inputRequired.elicit(textForm('What is your name?', 'name')),
      greeting: inputRequired.createMessage(sample('Generate a greeting', 50)),
      client_roots: inputRequired.listRoots(),
    },
    requestState: 'asked for three things',
  }),
  {
    name: 'test_input_required_result_multi_round',
    description: 'Asks twice.',
    handler: (_, context) => {
      const { requestState, inputResponses } = context.mcp.mcpReq;
      const second = {
        inputRequests: {
          step2: inputRequired.elicit(textForm('Step 2: What is your favorite color?', 'color')),
        },
        requestState: 'step 2',
      };
      if (requestState() === 'step 2') return ask(context, second);
      if (inputResponse(inputResponses, 'step1').kind === 'elicit') return inputRequired(second);
      return inputRequired({
        inputRequests: {
          step1: inputRequired.elicit(textForm('Step 1: What is your name?', 'name')),
        },
        requestState: 'step 1',
      });
    },
  },
  {
    name: 'test_input_required_result_capabilities',
    description: 'Asks in whatever way the client can.',
    handler: (_, context) =>
      ask(context, {
        inputRequests: {
          ...(context.client?.elicitation && {
            name: inputRequired.elicit(textForm('Your name?', 'name')),
          }),
          ...(context.client?.sampling && {
            answer: inputRequired.createMessage(sample('Your name?', 10)),
          }),
        },
      }),
  },
];

function asking(name: string, spec: InputRequiredSpec): CustomTool {
  return {
    name,
    description: 'Asks first, then says what it has been told.',
    handler: (_, context) => ask(context, spec),
  };
}

/** Asks for what is still missing; then answers with what has come, and with the state that came back. */
function ask({ mcp: { mcpReq } }: CustomContext, spec: InputRequiredSpec): ToolAnswer {
  const answers = Object.keys(spec.inputRequests ?? {}).map((key) =>
    inputResponse(mcpReq.inputResponses, key),
  );
  const isComplete = answers.every(
    (answer) =>
      answer.kind !== 'missing' &&
      !(answer.kind === 'elicit' && answer.action === 'accept' && answer.content === undefined),
  );
  if (!isComplete || mcpReq.requestState() !== spec.requestState) return inputRequired(spec);
  return `${JSON.stringify(answers)} ${spec.requestState ?? ''}`;
}

function sample(
  text: string,
  maxTokens: number,
): Parameters<typeof inputRequired.createMessage>[0] {
  return { messages: [{ role: 'user', content: { type: 'text', text } }], maxTokens };
}

function confirmForm() {
  return {
    message: 'Please confirm',
    requestedSchema: {
      type: 'object' as const,
      properties: { ok: { type: 'boolean' as const } },
      required: ['ok'],
    },
  };
}
