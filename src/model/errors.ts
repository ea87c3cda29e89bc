/**
 * Every sentence that cleancopy can say about something being wrong. A message is data: a code and its
 * arguments; `formatMessage` makes the sentence. A sentence says what is wrong, with the value, and what to do.
 */
const sentences = {
  // Wrong use.
  BAD_OPTION: '{option} cannot be {value}; it must be {expected}.',
  CONTRADICTION: '{first} contradicts {second}; {remedy}.',
  INPUTS_CHANGING:
    'The inputs keep changing while they are read, {path} last; run again when nobody writes to them.',
  UNKNOWN_COMMAND:
    'There is no command, file or folder {name}. Did you mean {suggestion}? (A file of this name: ./{name})',
  NO_INPUT: 'Nothing could be read. {causes}',
  WORKER_ENDED:
    'A worker thread ended before its work was done ({cause}), so nothing was written; try fewer with --workers, or 0 for none.',
  OUTPUT_IS_FOLDER: 'The output {output} is a folder; name a file, such as {example}.',
  OUTPUT_IS_FILE: 'The output {output} is a file; name a folder, which txt is written into.',
  OUTPUT_IS_INPUT: 'The output {output} is also an input and would be overwritten; choose another name.',
  OUTPUT_IN_INPUT:
    'The output {output} lies inside the input folder {input}, where the next run could read it; choose a place outside.',
  OUTPUT_FOLDER_MISSING: 'The output {output} cannot be made: there is no folder {folder}; create it first.',
  OUTPUTS_EQUAL: '{first} and {second} both name {output}; give each a file of its own.',

  // Checking.
  BASELINE_BROKEN: 'The baseline {baseline} cannot be used: {cause}; make it again with --update-baseline.',
  BASELINE_UNREADABLE:
    'The baseline {baseline} cannot be read ({cause}); make one with --update-baseline, or leave --baseline out.',

  // The configuration file.
  CONFIG_UNREADABLE: 'The configuration {config} cannot be read ({cause}); check its name and your rights.',
  CONFIG_BROKEN: 'The configuration {config} is not valid JSON at line {line}; correct it there.',
  CONFIG_UNKNOWN: 'The configuration {config} has {member}, which is not known. Did you mean {suggestion}?',
  CONFIG_SHAPE: 'The configuration {config} cannot be used: {member} {expected}.',

  // Rules of the user.
  RULES_UNREADABLE: 'The rules {file} cannot be read ({cause}); check the name and your rights.',
  RULES_BROKEN: 'The rules {file} are not valid JSON at line {line}; correct it there.',
  RULES_SHAPE: 'The rules {file} cannot be used: {member} {expected}.',
  RULES_TOO_MANY: 'There are {count} rules, more than {most}; put phrases of one kind into one rule.',
  RULE_NAME: 'A rule cannot be called {name}: {cause}.',
  RULE_PATTERN: 'The rule {rule} has a pattern that cannot be used, {pattern}: {cause}.',

  // Writing.
  DISK_FULL: 'The disk is full: {output} was not written. Free some space, or choose another disk.',
  WRITE_FAILED: '{output} was not written ({cause}); check the folder and your rights in it.',

  OUT_OF_MEMORY:
    'There is not enough memory ({cause}); clean fewer files at once, or give the process more memory.',

  // Reading an output again.
  OUTPUT_UNREADABLE: 'The output {output} cannot be read ({cause}); check its name and your rights.',
  OUTPUT_EMPTY: 'The output {output} is empty; it holds no article that could be proved or restored.',
  OUTPUT_BROKEN:
    'The output {output} is not valid JSON at line {line}: {cause}. Make it again with cleancopy.',
  OUTPUT_INCOMPLETE:
    'The output {output} ends at line {line} before it is complete; make it again with cleancopy.',
  OUTPUT_SHAPE: 'The output {output} does not fit its schema at line {line}: {member} {expected}.',
  OUTPUT_TOO_LARGE:
    '{output} holds more than {maxBytes} bytes in one piece, the most that is read at once; keep the line breaks that cleancopy wrote, or use jsonl.',

  DECISIONS_BROKEN:
    'The decisions in {file} cannot be read: {cause}. Export them again from the HTML review.',

  // Writing a folder of files.
  UNSAFE_PATH: 'The path {path} is refused: {cause}. Nothing outside the target folder is ever written.',
  PATH_COLLISION: '{first} and {second} would both be written as {target}; write them into two folders.',
  FILE_EXISTS: '{file} exists and differs from what would be written; choose an empty folder.',

  REBUILD_FAILED: '{path} was not restored: the output does not give bytes of the SHA-256 it states.',

  // Inputs that were skipped. The path stands beside the message.
  BINARY: 'This is not text; convert it to text, or leave it out with --exclude.',
  UNREADABLE: 'It could not be read: {cause}.',

  // What verify can find. The path and the block stand beside the message.
  FILE_UNREADABLE: 'the raw file cannot be read ({cause})',
  SIZE_DIFFERS: 'the raw file has {actual} bytes, the output says {stated}',
  HASH_DIFFERS: 'the raw file has the SHA-256 {actual}, the output says {stated}',
  ENCODING_DIFFERS: '{member} is {actual}, the output says {stated}',
  BLOCK_NUMBERS: 'the blocks must be numbered 0 to {last}, each once: {problem}',
  BLOCK_BYTES: 'its bytes {start} to {end} do not follow the block before, or leave the file',
  UNACCOUNTED_TEXT: 'the bytes {start} to {end} belong to no block and are not white space: {text}',
  WHITESPACE_DIFFERS: 'before it stands {actual}, the output says {stated}',
  TEXT_DIFFERS: 'the file holds {actual} at its bytes, the output says {stated}',
  LINES_DIFFER: 'it stands on lines {actual}, the output says {stated}',
  RAW_DIFFERS: '`raw` {problem}',
  FIELD_DIFFERS: 'the {field} is {stated}, but its block {problem}',
  ARTICLE_TWICE: 'the output holds this article more than once',
  WITNESS_MISSING: 'its witness {witness} is not in the output',
  WITNESS_REMOVED: 'its witness {witness} is removed itself',
  WITNESS_SELF: 'it is named as its own witness',
  NOT_EXACT: 'it is called an exact copy of {witness}, but the texts differ',
  BELOW_THRESHOLD: 'it scores {actual} against {witness}, less than {least}',
  SIMILARITY_DIFFERS: 'it scores {actual} against {witness}, the output says {stated}',
  WITNESS_SCATTERED: 'the blocks of its witness {witness} do not follow each other',
  SCOPE_DIFFERS: 'its scope is {actual}, the output says {stated}',
  GROUP_DIFFERS: 'the groups do not agree with the articles: {problem}',
  SUMMARY_DIFFERS: 'the summary says {stated} for {member}, the articles give {actual}',
  NOT_A_DUPLICATE: 'it is called a duplicate of {other}, which {problem}',
} as const;

/** The code of a message. */
export type MessageCode = keyof typeof sentences;

type Placeholder<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values that the sentence of a code needs, by name. */
export type MessageArguments<Code extends MessageCode = MessageCode> = Code extends MessageCode
  ? Readonly<Record<Placeholder<(typeof sentences)[Code]>, string | number>>
  : never;

/** All codes, for documentation and tests. */
export const messageCodes: readonly MessageCode[] = Object.keys(sentences) as MessageCode[];

/** Longest value that is shown in full, in UTF-16 code units. */
const maxShownLength = 500;

// C0, DEL and C1 controls, line and paragraph separators, bidirectional overrides, lone surrogates.
const unsafeCharacter =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * Makes text harmless for a terminal: control characters and escapes are shown as `\x1b`, others that act
 * on the line (bidirectional overrides) as `\u202e`; very long text is cut with an ellipsis.
 */
export function showSafely(text: string): string {
  return escapeControls(text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text);
}

/**
 * Text of any length made harmless as `showSafely` does it.
 *
 * @param lineEnd stands for line ends and tabs instead of an escape, when it is given
 */
export function escapeControls(text: string, lineEnd?: string): string {
  return text.replace(unsafeCharacter, (character) => {
    if (lineEnd !== undefined && (character === '\n' || character === '\r' || character === '\t'))
      return lineEnd;
    const hex = character.charCodeAt(0).toString(16);
    return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** The sentence of a code with its values, safe for a terminal. */
export function formatMessage<Code extends MessageCode>(code: Code, args: MessageArguments<Code>): string {
  const values = args as Readonly<Record<string, string | number>>;
  return sentences[code].replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => showSafely(String(values[name])));
}

/**
 * An error that the user can understand and act on; everything else that is thrown is a defect of cleancopy.
 *
 * @example
 * try {
 *   await ingest(['no-such-folder']);
 * } catch (error) {
 *   if (!(error instanceof CleancopyError && error.code === 'NO_INPUT')) throw error;
 *   console.log(error.message);
 * }
 */
export class CleancopyError<Code extends MessageCode = MessageCode> extends Error {
  readonly code: Code;
  readonly args: MessageArguments<Code>;

  constructor(code: Code, args: MessageArguments<Code>, options?: ErrorOptions) {
    super(formatMessage(code, args), options);
    this.name = 'CleancopyError';
    this.code = code;
    this.args = args;
  }
}
