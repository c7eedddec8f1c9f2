import type { CustomResource } from '../runtime/custom.js';
import { png } from './samples.js';

export const resources: readonly CustomResource[] = [
  {
    uri: 'test://static-text',
    name: 'static_text',
    description: 'A text.',
    mimeType: 'text/plain',
    read: () => 'This is the content of the static text resource.',
  },
  {
    uri: 'test://static-binary',
    name: 'static_binary',
    description: 'An image.',
    mimeType: 'image/png',
    read: () => Buffer.from(png, 'base64'),
  },
  {
    uri: 'test://watched-resource',
    name: 'watched_resource',
    description: 'What clients subscribe to.',
    mimeType: 'text/plain',
    read: () => 'Watched.',
  },
  {
    uri: 'test://template/{id}/data',
    name: 'template_data',
    description: 'What a template leads to.',
    mimeType: 'application/json',
    read: ({ id }) => JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id ?? ''}` }),
  },
];
