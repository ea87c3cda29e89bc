// Stores the phrases of all rules as a trie, beside the code that reads it: `node .ci/build-lexicon.js DIST`.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist] = process.argv.slice(2);
const room = join(resolve(dist), 'boilerplate');
const { packLexicon } = await import(pathToFileURL(join(room, 'lexicon.js')).href);

writeFileSync(join(room, 'lexicon.bin'), packLexicon());
