import type { Fact, Host, HostName, NameRule, SchemaGaps } from './host.js';

const plainName: NameRule = { characters: 'A-Za-z0-9_-', longest: 64 };
const dottedName: NameRule = { characters: 'A-Za-z0-9_.-', longest: 64 };
const geminiName: NameRule = { first: 'A-Za-z_', characters: 'A-Za-z0-9_.-', longest: 64 };
const geminiArgument: NameRule = { first: 'A-Za-z_', characters: 'A-Za-z0-9_', longest: 64 };

/** Keywords that say what values are valid, beyond their types. */
const constraints = [
  ...['minLength', 'maxLength', 'pattern', 'default', 'format', 'minimum', 'maximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'],
  ...['minProperties', 'maxProperties', 'patternProperties', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
] as const;

/** Keywords that Gemini's schemas lack, in either of their two forms. */
const beyondGemini = [
  ...['allOf', 'not', 'if', 'then', 'else', 'multipleOf', 'uniqueItems', 'contains'],
  ...['minContains', 'maxContains', 'patternProperties', 'propertyNames', 'dependentRequired'],
  ...['dependentSchemas', 'unevaluatedItems', 'unevaluatedProperties'],
  ...['contentEncoding', 'contentMediaType'],
] as const;

const vertex =
  'https://cloud.google.com/vertex-ai/generative-ai/docs/reference/java/latest/com.google.cloud.vertexai.api.FunctionDeclarationOrBuilder';
const geminiSchema =
  'https://googleapis.github.io/js-genai/release_docs/interfaces/types.Schema.html';
const claudeLimits = 'https://claude.com/docs/connectors/building';
const vscodeSchemas =
  'https://github.com/microsoft/vscode-copilot-chat/blob/main/src/extension/tools/common/toolSchemaNormalizer.ts';

/** What is known of every host. */
export const hosts: Readonly<Record<HostName, Host>> = {
  claude: {
    title: 'Claude (claude.ai, Desktop, API)',
    toolName: documented(
      plainName,
      'https://platform.claude.com/docs/es/agents-and-tools/tool-use/implement-tool-use',
    ),
    argumentName: observed(
      dottedName,
      'https://github.com/beautyfree/appstore-connect-mcp/issues/1',
    ),
    refused: rootCombinators('https://github.com/modelcontextprotocol/python-sdk/issues/494'),
    result: documented({ characters: 150_000 }, claudeLimits),
  },
  'claude-code': {
    title: 'Claude Code',
    fullName: observed(
      { prefix: 'mcp__{server}__', longest: 64, longer: 'left out' },
      'https://github.com/anthropics/claude-code/issues/16425',
    ),
    toolName: observed(
      { characters: 'A-Za-z0-9_-', longest: 128 },
      'https://github.com/microsoft/wassette/issues/56',
    ),
    argumentName: observed(dottedName, 'https://github.com/erikmaday/unusual-whales-mcp/pull/57'),
    description: observed(2048, 'https://github.com/anthropics/claude-code/issues/41593'),
    refused: rootCombinators('https://github.com/anthropics/claude-code/issues/95504'),
    result: documented(
      // JSON full of digits and identifiers has some two characters a token.
      { characters: 50_000, stated: '25,000 tokens', announced: 500_000 },
      claudeLimits,
    ),
  },
  cursor: {
    title: 'Cursor',
    fullName: observed(
      { prefix: '{server}:', longest: 60, longer: 'left out' },
      'https://github.com/ComposioHQ/composio/issues/2788',
      'https://github.com/PostHog/posthog/pull/51483',
    ),
    // Since September 2025 users meet a warning from 80 tools on.
    toolCount: documented(
      40,
      'https://docs.cursor.com/context/model-context-protocol#tool-quantity',
      'https://github.com/Snowflake-Labs/mcp/issues/77',
    ),
  },
  vscode: {
    title: 'VS Code',
    fullName: fromSource(
      { prefix: 'mcp_{server}_', longestPrefix: 18, longest: 64, longer: 'cut' },
      'https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/mcp/common/mcpTypes.ts',
    ),
    toolCount: observed(128, 'https://github.com/microsoft/vscode-copilot-release/issues/11653'),
    refused: fromSource({ forms: ['root combinators', 'arrays without items'] }, vscodeSchemas),
    ignored: fromSource({ forms: [], keywords: constraints, models: 'GPT-4' }, vscodeSchemas),
  },
  openai: {
    title: 'OpenAI API',
    toolName: documented(
      plainName,
      'https://docs.rs/crate/openai-client-base/0.12.0/source/docs/ChatCompletionFunctions.md',
    ),
    toolCount: documented(128, 'https://github.com/openai/openai-openapi'),
    description: observed(1024, 'https://github.com/modelcontextprotocol/servers/issues/799'),
    refused: observed(
      { forms: ['root combinators', 'arrays without items'] },
      'https://github.com/langchain-ai/langchainjs/issues/9804',
      'https://github.com/apify/apify-mcp-server/issues/36',
    ),
  },
  gemini: {
    title: 'Gemini (API, CLI)',
    toolName: documented(geminiName, vertex),
    fullName: fromSource(
      { prefix: 'mcp_{server}_', longest: 63, longer: 'cut' },
      'https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/tools/mcp-tool.ts',
      'https://zuplo.com/learn/mcp/compatibility/clients/gemini-cli.md',
    ),
    argumentName: documented(geminiArgument, vertex),
    toolCount: documented(
      512,
      'https://docs.cloud.google.com/gemini-enterprise-agent-platform/reference/rest/v1/projects.locations.cachedContents',
    ),
    refused: observed(
      {
        forms: [
          'const',
          'exclusive bounds',
          'type lists',
          'arrays without items',
          'enums beyond texts and numbers',
          'references',
        ],
      },
      'https://github.com/anomalyco/opencode/pull/14234',
      'https://github.com/anomalyco/opencode/issues/2687',
      'https://github.com/modelcontextprotocol/servers/issues/1624',
      'https://github.com/cline/cline/issues/7339',
      geminiSchema,
    ),
    ignored: documented({ forms: [], keywords: beyondGemini }, geminiSchema),
    result: documented(
      { characters: 40_000 },
      'https://geminicli.com/docs/reference/configuration/',
    ),
  },
  bedrock: {
    title: 'Amazon Bedrock',
    toolName: documented(
      plainName,
      'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolSpecification.html',
    ),
    argumentName: observed(
      dottedName,
      'https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/709',
    ),
    ignored: documented(
      { forms: ['other root keywords'], models: 'Amazon Nova' },
      'https://docs.aws.amazon.com/nova/latest/userguide/tool-use-definition.html',
    ),
  },
};

type Sources = Fact<unknown>['sources'];

function rootCombinators(source: string): Fact<SchemaGaps> {
  return observed({ forms: ['root combinators'] }, source);
}

function documented<T>(value: T, ...sources: Sources): Fact<T> {
  return { value, basis: 'documented', sources };
}

function fromSource<T>(value: T, ...sources: Sources): Fact<T> {
  return { value, basis: 'source', sources };
}

function observed<T>(value: T, ...sources: Sources): Fact<T> {
  return { value, basis: 'observed', sources };
}
