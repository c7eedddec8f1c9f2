import type { JsonSchema, Requirement, ServerModel, Tool } from '../model/model.js';
import { opening } from './opening.js';
import { projectEnvironment, type Environment } from './settings.js';
import { typeText } from './type-text.js';

/** What `templates/prose/tools.hbs` is filled with. */
export interface ToolsView extends Environment {
  readonly title: string;
  readonly groups: readonly GroupView[];
  readonly resources: readonly ResourceView[];
}

interface GroupView {
  readonly file: string;
  readonly title: string;
  /** In full, or a line each if there are more than anyone reads through. */
  readonly tools: readonly ToolView[];
  readonly lines: readonly LineView[];
}

interface LineView {
  readonly name: string;
  readonly text: string;
  readonly request: string;
}

interface ToolView extends LineView {
  readonly hints: string;
  /** '' if the source does not say. */
  readonly returns: string;
  readonly arguments: readonly ArgumentView[];
}

interface ArgumentView {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

interface ResourceView {
  readonly uri: string;
  readonly text: string;
  readonly tool: string;
}

/** Beyond this, tools are described by a line each; their files hold the rest. */
const describedTools = 300;

/** The content of docs/TOOLS.md; texts of the source are raw, for the template to escape. */
export function toolsView(model: ServerModel): ToolsView {
  const described = model.counts.tools <= describedTools;
  return {
    ...projectEnvironment(model),
    title: model.title,
    groups: model.groups.map(({ file, title, tools }) => ({
      file,
      title,
      tools: described ? tools.map(toolView) : [],
      lines: described ? [] : tools.map(lineView),
    })),
    resources: model.resources.map(({ uri, title, description, name, tool }) => ({
      uri,
      text: title ?? opening(description ?? name),
      tool,
    })),
  };
}

function lineView(tool: Tool): LineView {
  return { name: tool.name, text: opening(tool.description), request: requestText(tool) };
}

function toolView(tool: Tool): ToolView {
  const required = new Set(tool.inputSchema.required);
  return {
    name: tool.name,
    text: tool.description,
    request: requestText(tool),
    hints: hintText(tool),
    returns: tool.returns ?? '',
    arguments: Object.entries(tool.inputSchema.properties ?? {}).map(([name, schema]) => ({
      name,
      type: typeText(schema),
      required: required.has(name),
      description: descriptionOf(schema),
    })),
  };
}

function requestText({ request }: Tool): string {
  return `${request.method} ${request.path}`;
}

/** What it does, and for whom; scopes and roles are texts of the source and the config. */
function hintText(tool: Tool): string {
  const { access = [], rateLimit } = tool;
  const rate =
    rateLimit === undefined ? [] : [`at most ${rateLimit.calls} times in ${rateLimit.seconds} s`];
  return [effectText(tool), ...access.map(requirementText), ...rate].join('; ');
}

function requirementText({ scopes, roles, callers }: Requirement): string {
  const alternatives = scopes?.map((each) => each.join(' and ')).join(', or ');
  return [
    ...(alternatives === undefined ? [] : [`needs the scope ${alternatives}`]),
    ...(roles === undefined ? [] : [`needs the role ${roles.join(' or ')}`]),
    ...(callers === undefined ? [] : [`only for ${callers.join(' and ')}`]),
  ].join(', ');
}

function effectText({ annotations, resourceOnly }: Tool): string {
  const effect = annotations.readOnlyHint
    ? 'only reads'
    : annotations.destructiveHint
      ? 'changes or deletes'
      : 'adds';
  return resourceOnly ? `${effect}, served as a resource only` : effect;
}

function descriptionOf({ description }: JsonSchema): string {
  return typeof description === 'string' ? description : '';
}
