import { CommanderError, type Command } from 'commander';
import { showSafely } from '../model/errors.ts';
import type { Context } from './context.ts';

/** Options that no configuration sets. */
const commandLineOnly: ReadonlySet<string> = new Set(['config', 'printConfig', 'updateBaseline']);

interface ConfigurationOptions {
  /** A file, or false for `--no-config`. */
  readonly config: string | boolean;
  readonly printConfig?: boolean;
}

/**
 * Lets a command that takes inputs find the options that were not given in the configuration file, and print those that are in
 * force. Inputs are looked for here, since none are needed for printing.
 */
export function addConfiguration(command: Command, context: Context): Command {
  return command
    .usage('[options] <input...>')
    .argument('[input...]', 'files, folders, patterns, or - for standard input')
    .option('--config <file>', 'options by file (default: the nearest cleancopy.config.json)')
    .option('--no-config', 'read no configuration file')
    .option('--print-config', 'print the options that are in force, and do nothing else')
    .hook('preAction', async () => {
      const { config: asked, printConfig } = command.opts<ConfigurationOptions>();
      const { readConfig, toConfig } = await import('./config.ts');
      const cwd = context.streams.cwd();
      const config =
        asked === false ? undefined : await readConfig(cwd, typeof asked === 'string' ? asked : undefined);
      const known = new Set(command.options.map((option) => option.attributeName()));
      for (const [name, value] of Object.entries(config?.optionsFor(command.name()) ?? {})) {
        const source = command.getOptionValueSource(name);
        if (known.has(name) && (source === undefined || source === 'default'))
          command.setOptionValueWithSource(name, value, 'config');
      }
      if (printConfig === true) {
        const { stdout, stderr } = context.streams;
        const options = Object.entries(command.opts()).filter(([name]) => !commandLineOnly.has(name));
        const inForce = toConfig(Object.fromEntries(options), command.name());
        stdout.write(`${JSON.stringify(inForce, null, 2)}\n`);
        stderr.write(`configuration: ${config === undefined ? 'none found' : showSafely(config.name)}\n`);
        throw new CommanderError(0, 'cleancopy.printConfig', '');
      }
      if (command.args.length === 0) command.error("error: missing required argument 'input'");
    });
}
