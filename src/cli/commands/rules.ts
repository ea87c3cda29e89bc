import { Command } from 'commander';
import type { UserRule, UserRules } from '../../boilerplate/user-rule.ts';
import { showSafely } from '../../model/errors.ts';
import type { Context } from '../context.ts';
import { count } from '../count.ts';
import { EXIT_FAILED_PROOF, EXIT_SKIPPED } from '../exit-codes.ts';
import { namedFrom } from '../named-from.ts';
import { addTerminalOptions, coloursFor, type TerminalOptions } from '../terminal.ts';

const examples = `
Examples:
  cleancopy rules rules.json             try the examples of each rule
  cleancopy rules rules.json news        and show what they would strip of news
  cleancopy news --rules rules.json -o clean.json

A file of rules is JSON:
  { "rules": [ {
      "name": "our-footer",
      "lines": ["Back to our front page"],      whole blocks
      "starts": ["Reporting by *"],             beginnings; also ends, contains
      "patterns": ["^Photo #[0-9]+: "],         regular expressions (RE2)
      "maxWords": 16,                           of a block; longer ones stay
      "place": "anywhere",                      or edge: before or behind the text
      "examples": { "strip": ["Reporting by Odila Brandt"], "keep": ["..."] }
  } ] }
Phrases are compared word by word after normalisation: # is a number, * any
word. Patterns see the text as it stands in the file; write (?i) in front to
ignore case. Rules act whatever --strip says.
Exit code: 0 all examples hold, 1 one does not, 2 wrong use, 3 some inputs were
skipped.`;

/** Findings that are listed of each rule. */
const MAX_LISTED = 10;

/** The command that tries the user's own rules. */
export function rulesCommand(context: Context): Command {
  const command = new Command('rules')
    .description('try boilerplate rules of your own, and show what they would strip')
    .argument('<file>', 'the rules, JSON')
    .argument('[input...]', 'what they are tried on: files, folders, patterns, or -')
    .addHelpText('after', examples);
  return addTerminalOptions(command).action((file: string, inputs: string[], options: TerminalOptions) =>
    tryRules(file, inputs, options, context),
  );
}

async function tryRules(
  file: string,
  inputs: readonly string[],
  options: TerminalOptions,
  context: Context,
): Promise<void> {
  const { streams } = context;
  const [{ readRules }, { compileUserRules }, { streamSink }] = await Promise.all([
    import('../../pipeline/read-rules.ts'),
    import('../../boilerplate/compile-user-rules.ts'),
    import('../sink.ts'),
  ]);
  const rules = await readRules(namedFrom(streams.cwd(), file));
  const compiled = compileUserRules(rules);
  const sink = streamSink(streams.stdout);
  const colours = await coloursFor(streams.stdout, streams.env, options);
  let failures = 0;
  for (const rule of rules) {
    const wrong = await tryExamples(rule, compiled);
    failures += wrong.length;
    const { strip = [], keep = [] } = rule.examples ?? {};
    const word = wrong.length > 0 ? colours.red('FAIL') : colours.green('ok  ');
    await sink.write(`${word} ${rule.name}: ${count(strip.length + keep.length, 'example')}\n`);
    for (const line of wrong) await sink.write(`     ${line}\n`);
  }
  if (failures > 0) context.exitCode = EXIT_FAILED_PROOF;
  if (inputs.length > 0) await showStripped(inputs, { file, rules }, options, context);
}

/** What a rule does to its examples that it should not, in sentences. */
async function tryExamples({ name, examples: tried = {} }: UserRule, compiled: UserRules): Promise<string[]> {
  const { NormalisedText } = await import('../../text/normalise.ts');
  const normalised = new NormalisedText();
  const takes = (text: string): boolean => {
    normalised.run(text);
    return compiled.match(normalised, () => text, true) !== undefined;
  };
  const { strip = [], keep = [] } = tried;
  return [
    ...strip
      .filter((text) => !takes(text))
      .map((text) => `"${showSafely(text)}" is kept; ${name} should strip it`),
    ...keep.filter(takes).map((text) => `"${showSafely(text)}" is stripped; ${name} should keep it`),
  ];
}

/** Each rule with what it strips of the inputs, and no other evidence at work. */
async function showStripped(
  inputs: readonly string[],
  { file, rules }: { readonly file: string; readonly rules: readonly UserRule[] },
  options: TerminalOptions,
  context: Context,
): Promise<void> {
  const [{ analyse, warnOfSkipped }, { streamSink }] = await Promise.all([
    import('../analyse.ts'),
    import('../sink.ts'),
  ]);
  const sink = streamSink(context.streams.stdout);
  const { ingestion, progress } = await analyse(
    inputs,
    { ...options, rules: file, strip: 'off', near: 'off', contained: 'off' },
    context,
  );
  const lines = new Map<string, string[]>(rules.map(({ name }) => [name, []]));
  const counts = new Map<string, { blocks: number; articles: number; last: string }>();
  try {
    for await (const article of ingestion) {
      for (const block of article.removed) {
        if (block.reason !== 'boilerplate') continue;
        const found = counts.get(block.rule) ?? { blocks: 0, articles: 0, last: '' };
        counts.set(block.rule, found);
        found.blocks++;
        if (found.last !== article.path) found.articles++;
        found.last = article.path;
        const shown = lines.get(block.rule);
        if (shown !== undefined && shown.length < MAX_LISTED)
          shown.push(
            `  ${showSafely(`${article.path}:${block.lines[0]}`)}: ${showSafely(block.text.trim())}`,
          );
      }
    }
  } finally {
    progress.close();
  }
  for (const { name } of rules) {
    const { blocks = 0, articles = 0 } = counts.get(name) ?? {};
    await sink.write(`${name} strips ${count(blocks, 'block')} in ${count(articles, 'article')}\n`);
    for (const line of lines.get(name) ?? []) await sink.write(`${line}\n`);
    if (blocks > MAX_LISTED) await sink.write(`  and ${count(blocks - MAX_LISTED, 'other')}\n`);
  }
  if (ingestion.skipped.length > 0 && context.exitCode === 0) context.exitCode = EXIT_SKIPPED;
  if (options.quiet !== true) await warnOfSkipped(ingestion.skipped, options, context);
}
