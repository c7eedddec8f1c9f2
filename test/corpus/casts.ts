import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** The files of a project that depend on the description. */
const modelDependent = /^(server|resources|prompts|tools\/.*|schemas\/.*)\.ts$/;

/** Type assertions in the model-dependent files of a project, as `<file>: <text>`; `as const` is none. */
export async function findCasts(project: string): Promise<readonly string[]> {
  const folder = join(project, 'src');
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((entry) => entry.replaceAll('\\', '/')).filter(isModelDependent);
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
      return castsIn(file).map((cast) => `${path}: ${cast}`);
    }),
  );
  return found.flat();
}

function isModelDependent(path: string): boolean {
  return modelDependent.test(path);
}

function castsIn(file: ts.SourceFile): readonly string[] {
  const casts: string[] = [];
  const visit = (node: ts.Node): void => {
    const isCast =
      ts.isAsExpression(node) || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node);
    const text = isCast ? node.getText(file) : '';
    if (isCast && !text.endsWith('as const')) casts.push(text.slice(0, 80));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return casts;
}
