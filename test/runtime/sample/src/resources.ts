import type { ApiResource } from './runtime/tool.js';

export const resources = [
  {
    uri: 'petstore://api/inventory',
    name: 'get_inventory',
    description: 'How many pets there are.',
    mimeType: 'application/json',
    tool: 'get_inventory',
  },
  {
    uri: 'petstore://api/pets/{pet_id}',
    name: 'get_pet',
    description: 'One pet.',
    mimeType: 'application/json',
    tool: 'get_pet',
  },
  {
    uri: 'petstore://api/pets/mine{?limit,tags,sold}',
    name: 'list_my_pets',
    mimeType: 'application/json',
    tool: 'list_my_pets',
  },
] satisfies readonly ApiResource[];
