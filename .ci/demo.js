// What `npm run demo` shows: the articles in fixtures/news cleaned and proved, and each removal with its reason.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const output = 'cleancopy-demo.json';
const maxShown = 60;

const cleancopy = (...args) => {
  process.stdout.write(`$ cleancopy ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['bin/cleancopy.js', ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write('\n');
};

const shorten = (text) => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > maxShown ? `${line.slice(0, maxShown - 1)}…` : line;
};

const reasonOf = ({ path }, { reason, rule, match, similarity, of }) => {
  if (reason === 'boilerplate') return rule;
  const place = of.path === path ? 'the same article' : of.path.split('/').at(-1);
  return `${match === 'exact' ? 'exact' : `near ${similarity}`}: block ${of.block} of ${place}`;
};

const show = (article) => {
  const { path, title, duplicateOf, paragraphs, removed } = article;
  const lines = [`${path}  ${title === null ? '' : shorten(title)}`];
  if (duplicateOf !== null) lines.push(`  has nothing that is not in ${duplicateOf}`);
  for (const block of removed) {
    lines.push(`  - ${shorten(block.text).padEnd(maxShown)}  ${reasonOf(article, block)}`);
  }
  for (const { text, variantOf } of paragraphs.filter((paragraph) => paragraph.variantOf !== undefined)) {
    lines.push(
      `  = ${shorten(text).padEnd(maxShown)}  kept: another ${variantOf.differs.join(' and ')} than block ${variantOf.block} of ${variantOf.path.split('/').at(-1)}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
};

cleancopy('fixtures/news', '-o', output);
cleancopy('verify', output);
process.stdout.write('What was removed (-), and what was nearly a copy and stays (=):\n\n');
for (const article of JSON.parse(readFileSync(output, 'utf8')).articles) show(article);
