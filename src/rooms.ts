/** The parts of a project that it has only when asked for, with what each brings. */
export const rooms = {
  introspection: 'lets callers in by opaque tokens, which the authorization server explains',
  kubernetes: 'manifests for a cluster',
  'legacy-sse': 'HTTP+SSE, the transport of 2024-11-05',
  metrics: 'metrics for Prometheus',
  redis: 'limits, events and resumable streams that several replicas share',
  systemd: 'a unit for systemd',
  telemetry: 'traces by OpenTelemetry',
  'token-exchange': 'credentials of each caller for the API, in exchange for its token',
  websocket: 'MCP over WebSocket',
} as const;

export type RoomName = keyof typeof rooms;

/** Sorted. */
export const roomNames = Object.keys(rooms) as readonly RoomName[];

/** Folders of the templates that hold the files of rooms; what two rooms share stands in a folder of its own. */
export function roomFolders(names: readonly RoomName[]): readonly string[] {
  return names.some((name) => name === 'legacy-sse' || name === 'websocket')
    ? [...names, 'channel']
    : names;
}
