import type { Tool } from '../model/model.js';
import type { Action } from '../../templates/rooms/core/src/runtime/search/action.js';
import { wordsOf } from '../../templates/rooms/core/src/runtime/search/words.js';
import { actionOfVerb } from './verbs.js';

/** What a tool does to its object, by its method and the verb in its name; undefined if that is none of the five. */
export function actionOf(tool: Tool): Action | undefined {
  const { method, path } = tool.request;
  switch (method) {
    case 'GET':
    case 'HEAD':
      return readAction(path, tool.name);
    case 'DELETE':
      return 'delete';
    case 'PUT':
    case 'PATCH':
      return verbOf(tool.name) ?? 'update';
    case 'POST':
      return verbOf(tool.name) ?? (path.endsWith('}') ? 'update' : 'create');
    case 'OPTIONS':
    case 'TRACE':
      return undefined;
  }
}

function readAction(path: string, name: string): Action {
  const said = verbOf(name);
  if (said !== undefined && said !== 'get') return said;
  return path.endsWith('}') ? 'get' : 'list';
}

const methods = new Set(['get', 'head', 'post', 'put', 'patch', 'delete']);

/** The first word of a name that is a verb of one meaning and not a method. */
function verbOf(name: string): Action | undefined {
  for (const word of wordsOf(name)) {
    const action = methods.has(word) ? undefined : actionOfVerb(word);
    if (action !== undefined) return action;
  }
  return undefined;
}
