import type { ServerModel } from '../model/model.js';
import { rooms, type RoomName } from '../rooms.js';
import { clientSnippets, type ClientSnippets } from './client-snippets.js';
import { opening } from './opening.js';
import { projectEnvironment, type Environment } from './settings.js';

/** What `templates/prose/readme.hbs` is filled with. */
export interface ReadmeView extends ClientSnippets, Environment {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  /** How many tools and resources there are. */
  readonly offer: string;
  /** Every tool, if they are few enough to read. */
  readonly tools: readonly { readonly name: string; readonly text: string }[];
  /** Whether clients search for tools, unless their callers may use fewer. */
  readonly searched: boolean;
  /** Else the groups. */
  readonly groups: readonly {
    readonly file: string;
    readonly title: string;
    readonly count: number;
  }[];
  readonly rooms: readonly { readonly name: RoomName; readonly text: string }[];
  /** Every resource, if they are few enough to read. */
  readonly resources: readonly { readonly uri: string; readonly text: string }[];
}

/** A longer table is no overview. */
const readable = 60;

/** The README's content; texts of the source are raw, for the template to escape. */
export function readmeView(model: ServerModel): ReadmeView {
  const listed = model.groups.flatMap((group) => group.tools).filter((tool) => !tool.resourceOnly);
  const few = listed.length <= readable;
  return {
    ...clientSnippets(model),
    ...projectEnvironment(model),
    name: model.name,
    title: model.title,
    version: model.version,
    summary: model.summary,
    rooms: model.rooms.map((name) => ({ name, text: rooms[name] })),
    offer: [counted(listed.length, 'tool'), counted(model.resources.length, 'resource')].join(
      ' and ',
    ),
    searched: listed.length > model.surface.threshold,
    tools: few ? listed.map((tool) => ({ name: tool.name, text: opening(tool.description) })) : [],
    groups: few
      ? []
      : model.groups.map(({ file, title, tools }) => ({ file, title, count: tools.length })),
    resources:
      model.resources.length > readable
        ? []
        : model.resources.map(({ uri, title, description, name }) => ({
            uri,
            text: title ?? opening(description ?? name),
          })),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
