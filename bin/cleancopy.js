#!/usr/bin/env node
// CommonJS, see package.json beside: with modules of the other kind Node takes a tenth longer to start
const { main } = require('../dist/bundle/main.cjs');

void (async () => {
  process.exitCode = await main(process.argv.slice(2), process);
  // an interrupted run may still wait for input
  if (process.exitCode > 128) process.exit();
})();
