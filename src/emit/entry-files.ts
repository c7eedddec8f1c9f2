import type { RoomName } from '../rooms.js';
import { code, identifier } from './code.js';
import type { OutputFile } from './output-file.js';
import { sourceFile } from './source-file.js';

/** Where the server starts, and the list of the rooms that run with it. */
export function entryFiles(rooms: readonly RoomName[]): readonly OutputFile[] {
  return rooms.length > 0 ? [entryFile(true), roomsFile(rooms)] : [entryFile(false)];
}

function entryFile(hasRooms: boolean): OutputFile {
  return sourceFile('src/index.ts', {
    imports: [
      ...(hasRooms ? [code`import { rooms } from './rooms.js';`] : []),
      code`import { start } from './runtime/start.js';`,
      code`import { definition } from './server.js';`,
    ],
    body: [
      hasRooms
        ? code`await start(definition, () => import('./custom/index.js'), rooms);`
        : code`await start(definition, () => import('./custom/index.js'));`,
    ],
  });
}

function roomsFile(rooms: readonly RoomName[]): OutputFile {
  const imported = rooms.map((room) => ({ room, name: identifier(camelCase(room)) }));
  return sourceFile('src/rooms.ts', {
    imports: [
      ...imported.map(
        ({ room, name }) => code`import { room as ${name} } from ${`./runtime/${room}/room.js`};`,
      ),
      code`import type { Room } from './runtime/room.js';`,
    ],
    body: [code`export const rooms: readonly Room[] = ${imported.map(({ name }) => name)};`],
  });
}

function camelCase(room: RoomName): string {
  return room.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
