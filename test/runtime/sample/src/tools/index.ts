import type { ToolGroup } from '../runtime/tool.js';

export const groups = [
  {
    tools: ['add_pet', 'delete_pet', 'get_pet', 'list_my_pets', 'list_pets'],
    load: () => import('./pets.js'),
  },
  {
    tools: ['get_file', 'get_inventory', 'login', 'sign', 'upload_file', 'whoami'],
    load: () => import('./store.js'),
  },
] satisfies readonly ToolGroup[];
