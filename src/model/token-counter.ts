/** How many tokens a text has. */
export type TokenCounter = (text: string) => number;

/**
 * Runs that one word of the tokenizer may be; joining its bytes takes time that grows with the square of its length.
 * No tool that is meant to be read has such a run, and each cut adds a token at most.
 */
const longRun = /([\p{L}\p{M}]{256}|[^\s\p{L}\p{N}]{256}|\s{256})/u;

const plainText = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() };

/**
 * Loads the tokenizer o200k_base of OpenAI's models, which takes some 0.3 s. Its counter reads text such as
 * `<|endoftext|>` as text, and takes time that grows with the length of the text alone.
 */
export async function loadTokenCounter(): Promise<TokenCounter> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return (text) =>
    text
      .split(longRun)
      .filter((part) => part !== '')
      .reduce((sum, part) => sum + countTokens(part, plainText), 0);
}
