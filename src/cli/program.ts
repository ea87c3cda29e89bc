import { Command } from 'commander';
import { version } from '../model/version.ts';
import { checkCommand } from './commands/check.ts';
import { cleanCommand } from './commands/clean.ts';
import { completionCommand } from './commands/completion.ts';
import { explainCommand } from './commands/explain.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { rulesCommand } from './commands/rules.ts';
import { verifyCommand } from './commands/verify.ts';
import type { Context } from './context.ts';
import type { OutputStream } from './streams.ts';

const examples = `
Examples:
  cleancopy news -o clean.json        clean a folder into one JSON file
  cleancopy check news --max-duplicate-share 10%   fail when it repeats itself
  cleancopy explain news              show what was removed, and why
  cleancopy report clean.json -o review.html   look at it in a browser
  cleancopy verify clean.json         prove it against the raw files
  cleancopy restore clean.json -o raw write the raw files back

All options of clean work without the word: cleancopy help clean lists them.`;

const defaultColumns = 80;

/** All commands, with their options and helps. */
export function buildProgram(context: Context): Command {
  const { stdout, stderr } = context.streams;
  const columns = (stream: OutputStream): number => stream.columns ?? defaultColumns;
  const program = new Command('cleancopy')
    .description('Cleans raw scraped news text, removes repeated paragraphs, and proves every removal.')
    .usage(
      '[clean] <input...> [options]\n       cleancopy check <input...> [options]\n       cleancopy explain <input...> [options]\n       cleancopy verify <output> [--root DIR]\n       cleancopy restore <output> -o DIR\n       cleancopy report <output> -o FILE.html',
    )
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', examples);
  const commands: readonly (readonly [command: Command, isDefault: boolean])[] = [
    [cleanCommand(context), true],
    [checkCommand(context), false],
    [explainCommand(context), false],
    [verifyCommand(context), false],
    [restoreCommand(context), false],
    [reportCommand(context), false],
    [rulesCommand(context), false],
    [completionCommand(context), false],
  ];
  for (const [command, isDefault] of commands) program.addCommand(command, { isDefault });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => columns(stdout),
      getErrHelpWidth: () => columns(stderr),
    });
  }
  return program;
}
