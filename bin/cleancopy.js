#!/usr/bin/env node
// CommonJS, see package.json beside: with modules of the other kind Node takes a tenth longer to start
const { setFlagsFromString } = require('node:v8');

// Node is set up for servers that run for days; a run of minutes does better with less of what pays off later. Both hold for the
// process, so the library leaves them alone.
// - Functions inlined into one at most, in bytes of bytecode: optimised copies of what is called everywhere cost more than the calls.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
// - Room for young objects stays at its first size. They are strings of one article mostly, so little survives in any room.
setFlagsFromString('--semi-space-growth-factor=1');

const { main } = require('../dist/bundle/main.cjs');

void (async () => {
  process.exitCode = await main(process.argv.slice(2), process);
  // an interrupted run may still wait for input
  if (process.exitCode > 128) process.exit();
})();
