import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { htmlReporter } from '../../src/reporters/html/html.ts';
import { readPageAssets } from '../../src/cli/read-page-assets.ts';
import { ingest } from '../../src/pipeline/ingest.ts';
import { render } from '../../src/reporters/render.ts';

const executable: string | undefined = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file !== '' && existsSync(file));

/** Whether the tests in a browser can run. On a CI machine they must. */
export const hasBrowser: boolean = executable !== undefined || process.env['CI'] !== undefined;
if (!hasBrowser) {
  process.stderr.write(
    'No Chromium was found, so the HTML review is not tested; install one, or name it in CHROMIUM.\n',
  );
}

/** A busy machine takes its time; no test measures any. In milliseconds. */
const PATIENCE = 100_000;

/** Without its own services, which would look for a network. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (executable === undefined) {
    throw new Error('There is no Chromium; .ci/install-chromium installs it.');
  }
  return chromium.launch({ executablePath: executable, args: switches, timeout: PATIENCE });
}

/** Cleans a folder and writes its review into it; returns the address of the review. */
export async function writeReview(folder: string): Promise<string> {
  const run = await ingest(['.'], { cwd: folder });
  let html = '';
  for await (const piece of render(run, htmlReporter(await readPageAssets()))) html += piece;
  const file = join(folder, 'review.html');
  writeFileSync(file, html);
  return `file://${encodeURI(file)}`;
}

/** A page of the browser, and everything that went wrong in it. */
export interface Tab {
  readonly page: Page;
  /** Errors, refused scripts, and requests for anything but the review. */
  readonly troubles: readonly string[];
}

export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:file:.*\/review\.html|blob:|data:)/.test(request.url()))
      troubles.push(`request: ${request.url()}`);
  });
  return { page, troubles };
}

/** Opens a review, or another place in it, and waits until it can be used. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
}
