/** An environment variable that a project reads. */
export interface Setting {
  readonly name: string;
  /** '' if not setting it means something that no value does. */
  readonly default: string;
  readonly required?: boolean;
  readonly description: string;
}

/** Settings of every project that belong together. */
export interface SettingSection {
  readonly title: string;
  /** Descriptions are Markdown. */
  readonly settings: readonly Setting[];
}

/** A section of settings, none of them required. */
export function section(
  title: string,
  rows: readonly (readonly [name: string, fallback: string, description: string])[],
): SettingSection {
  return {
    title,
    settings: rows.map(([name, fallback, description]) => ({
      name,
      default: fallback,
      description,
    })),
  };
}
