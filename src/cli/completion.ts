import type { Command, Option } from 'commander';

/** Shells that a script can be written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What a script needs of one command. */
interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** What its argument can be, where that is no file. */
  readonly words: readonly string[];
}

/** The script that completes the commands, options and choices of a program; what is none of these completes as a file. */
export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.map((command): Completed => ({
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command),
    words: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
  }));
  return writers[shell](program.name(), commands);
}

const writers: Readonly<Record<Shell, (program: string, commands: readonly Completed[]) => string>> = {
  bash: writeBash,
  zsh: writeZsh,
  fish: writeFish,
};

/** The flags of an option, `-o` and `--output`. */
function flagsOf({ short, long }: Option): string[] {
  return [short, long].filter((flag) => flag !== undefined);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function writeBash(program: string, commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name);
  const patternsOf = (name: string, options: readonly Option[]): string =>
    options.flatMap((option) => flagsOf(option).map((flag) => `${name}:${flag}`)).join(' | ');
  const values = commands.flatMap(({ name, options }) => {
    const chosen = options.filter(({ argChoices }) => argChoices !== undefined);
    const others = options.filter((option) => takesValue(option) && option.argChoices === undefined);
    return [
      ...chosen.map((option) => {
        const words = option.argChoices?.join(' ') ?? '';
        return `    ${patternsOf(name, [option])}) COMPREPLY=($(compgen -W '${words}' -- "$cur")); return ;;`;
      }),
      ...(others.length > 0 ? [`    ${patternsOf(name, others)}) return ;;`] : []),
    ];
  });
  const flags = commands.map(
    ({ name, options, words }) =>
      `    ${name}) flags='${options.flatMap(flagsOf).join(' ')}' words='${words.join(' ')}' ;;`,
  );
  return `# bash completion of ${program}: eval "$(${program} completion bash)"
_${program}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=clean flags= words= word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case $command:$prev in
${values.join('\n')}
  esac
  case $command in
${flags.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W '${names.join(' ')}' -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}
complete -o default -o filenames -F _${program} ${program}
`;
}

function writeZsh(program: string, commands: readonly Completed[]): string {
  const describe = (text: string): string =>
    text
      .replaceAll(/[\\'[\]:]/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim();
  const list = commands.map(({ name, description }) => `    '${name}:${describe(description)}'`);
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map((option) => {
      const flags = flagsOf(option);
      const head = flags.length > 1 ? `'(${flags.join(' ')})'{${flags.join(',')}}` : `'${flags[0]}`;
      const action = option.argChoices === undefined ? '_files' : `(${option.argChoices.join(' ')})`;
      const tail = `[${describe(option.description)}]${takesValue(option) ? `:value:${action}` : ''}'`;
      return `        ${head}${flags.length > 1 ? `'${tail}` : tail}`;
    });
    return `    ${name})\n      _arguments -S \\\n${specs.join(' \\\n')} \\\n        '*:argument:${words.length > 0 ? `(${name} ${words.join(' ')})` : '_files'}' ;;`;
  });
  return `#compdef ${program}
# zsh completion of ${program}: eval "$(${program} completion zsh)"
_${program}() {
  local command=clean word
  local -a commands
  commands=(
${list.join('\n')}
  )
  for word in \${words[2,CURRENT-1]}; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $command in
${cases.join('\n')}
  esac
}
compdef _${program} ${program}
`;
}

function writeFish(program: string, commands: readonly Completed[]): string {
  const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const names = commands.map(({ name }) => name);
  const lines = commands.map(
    ({ name, description }) =>
      `complete -c ${program} -n __fish_is_first_arg -a ${name} -d ${quote(description)}`,
  );
  for (const { name, options, words } of commands) {
    if (words.length > 0)
      lines.push(
        `complete -c ${program} -f -n '__fish_seen_subcommand_from ${name}' -a '${words.join(' ')}'`,
      );
    // clean is the default: its options go with no command, too
    const seen = `__fish_seen_subcommand_from ${name}`;
    const none = `not __fish_seen_subcommand_from ${names.join(' ')}`;
    const condition = name === 'clean' ? `${seen}; or ${none}` : seen;
    for (const option of options) {
      const { short, long, description, argChoices } = option;
      const flags = [
        ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
        ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
      ];
      if (argChoices !== undefined) flags.push(`-xa ${quote(argChoices.join(' '))}`);
      else if (takesValue(option)) flags.push('-r');
      lines.push(`complete -c ${program} -n ${quote(condition)} ${flags.join(' ')} -d ${quote(description)}`);
    }
  }
  return `# fish completion of ${program}: ${program} completion fish | source\n${lines.join('\n')}\n`;
}
