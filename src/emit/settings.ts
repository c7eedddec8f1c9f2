import type { ServerModel } from '../model/model.js';
import { roomSettings } from './room-settings.js';
import { servingSettings } from './serving-settings.js';
import type { Setting, SettingSection } from './setting-section.js';
import { upstreamSettings } from './upstream-settings.js';

/** Every variable that a project reads. */
export interface Environment {
  /** Of the API; descriptions and defaults are texts of the source. */
  readonly variables: readonly Setting[];
  /** Of the server itself. */
  readonly sections: readonly SettingSection[];
}

/** A setting with the default that this project is written with. */
function withDefault(setting: Setting, { maxResultChars }: ServerModel): Setting {
  return setting.name === 'MCP_MAX_RESULT_CHARS' && maxResultChars !== undefined
    ? { ...setting, default: String(maxResultChars) }
    : setting;
}

/** The variables of the model's API, and the settings that every project has. */
export function projectEnvironment(model: ServerModel): Environment {
  const own = new Set(model.environment.map(({ name }) => name));
  return {
    variables: model.environment.map(({ name, description, required, default: value = '' }) => ({
      name,
      default: value,
      required,
      description,
    })),
    sections: [
      ...upstreamSettings,
      ...servingSettings,
      ...model.rooms.flatMap((room) => roomSettings[room] ?? []),
    ].map(({ title, settings }) => ({
      title,
      settings: settings
        .filter(({ name }) => !own.has(name))
        .map((setting) => withDefault(setting, model)),
    })),
  };
}
