import { readFileSync } from 'node:fs';

/**
 * A fixed amount of work for each byte that stands for how fast a machine is at what cleancopy does: reads the files of a list, cuts
 * them into lines and counts how often each occurs. Stored figures are ratios to it; whoever changes it measures them anew.
 */
const counts = new Map<string, number>();
for (const file of readFileSync(process.argv[2], 'utf8').trimEnd().split('\n')) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const words = line.toLowerCase().split(' ').length;
    counts.set(line, (counts.get(line) ?? 0) + words);
  }
}
process.stdout.write(`${counts.size}\n`);
