#!/usr/bin/env node
import { main } from '../dist/bundle/main.js';

process.exitCode = await main(process.argv.slice(2), process);
// an interrupted run may still wait for input
if (process.exitCode > 128) process.exit();
