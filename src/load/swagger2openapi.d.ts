declare module 'swagger2openapi' {
  interface ConvertOptions {
    /** Corrects what it can instead of refusing it. */
    readonly patch: boolean;
    /** Says what has no equivalent in `x-s2o-warning` instead of refusing it. */
    readonly warnOnly: boolean;
    readonly refSiblings: 'preserve' | 'remove' | 'allOf';
    /** Leaves request bodies where they are used. */
    readonly resolveInternal: boolean;
    /** Copies an object that stands in several places instead of refusing it. */
    readonly anchors: boolean;
    /** What the source looked like; made from the document, slowly, when absent. */
    readonly text: string;
    readonly targetVersion: string;
  }

  const converter: {
    convertObj(
      swagger: object,
      options: ConvertOptions,
    ): Promise<{ readonly openapi: Record<string, unknown> }>;
  };
  export default converter;
}
