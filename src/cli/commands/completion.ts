import { Argument, Command } from 'commander';
import type { Context } from '../context.ts';
import { completionScript, shells, type Shell } from '../completion.ts';

const examples = `
Examples:
  cleancopy completion fish | source     in ~/.config/fish/config.fish
  eval "$(cleancopy completion bash)"    in ~/.bashrc
  eval "$(cleancopy completion zsh)"     in ~/.zshrc, behind compinit`;

/** The command that prints a script for a shell, which then completes commands, options and their choices. */
export function completionCommand({ streams }: Context): Command {
  const command = new Command('completion')
    .description('print a script that completes this command line in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText('after', examples);
  return command.action((shell: Shell) => {
    if (command.parent !== null) streams.stdout.write(completionScript(shell, command.parent));
  });
}
