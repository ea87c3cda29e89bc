import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/model/article.ts';
import { runMain } from '../unit/cli/run-main.ts';
import { containedFiles, makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';
import { hasBrowser, openBrowser, openTab, visit, writeReview } from './open-review.ts';

describe.runIf(hasBrowser)('the HTML review in a browser', () => {
  let browser: Browser;
  let folder = '';
  let address = '';
  let contained = '';
  let containedAddress = '';
  /** Stands apart from the inputs. */
  let outputs = '';
  beforeAll(async () => {
    browser = await openBrowser();
    folder = makeFolder(sampleFiles);
    address = await writeReview(folder);
    contained = makeFolder(containedFiles);
    containedAddress = await writeReview(contained);
    outputs = makeFolder();
  });
  afterAll(async () => {
    await browser.close();
    for (const made of [folder, contained, outputs]) rmSync(made, { recursive: true });
  });

  test('opens with an overview that leads to articles and repeats', async () => {
    const { page, troubles } = await openTab(browser);
    await visit(page, address);
    expect(await page.textContent('h1')).toBe('Overview');
    expect(await page.textContent('.figures')).toMatch(/articles10/);
    expect(await page.locator('svg.repeat-map .cell').count()).toBeGreaterThan(2);
    await page.locator('#top-groups-list a').first().click();
    await page.waitForSelector('.members li');
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'c.txt' }).first().click();
    expect(await page.textContent('.article .path')).toBe('c.txt');
    expect(await page.textContent('.callout')).toContain('all its text is in a.txt');
    expect(troubles).toEqual([]);
  });

  test('shows an article in order, with reasons, witness and differing words', async () => {
    const { page, troubles } = await openTab(browser);
    await visit(page, `${address}#/article/b.txt`);
    const blocks = page.locator('.block');
    expect(await blocks.count()).toBe(5);
    expect(await blocks.nth(2).getAttribute('class')).toContain('duplicate');
    await blocks.nth(2).locator('.badge').click();
    expect(await blocks.nth(2).locator('.facts').textContent()).toMatch(
      /near repeat, of another article.*9\d(?:\.\d)? %.*a\.txt, block 5/,
    );
    expect(await blocks.nth(2).locator('mark.removed').allTextContents()).toEqual(['waitd']);
    expect(await blocks.nth(2).locator('mark.added').allTextContents()).toEqual(['waited']);
    // the text itself opens and closes too
    await blocks.nth(3).locator('.body').click();
    expect(await blocks.nth(3).locator('.facts').textContent()).toContain('number');
    expect(await blocks.nth(3).locator('mark.removed').allTextContents()).toEqual(['9']);
    await blocks.nth(3).locator('.body').click();
    expect(await blocks.nth(3).locator('.detail').isHidden()).toBe(true);
    await blocks.nth(2).locator('a.witness').click();
    await page.waitForSelector('.block.target');
    expect(await page.textContent('.article .path')).toBe('a.txt');
    expect(await page.locator('.block.target').getAttribute('data-block')).toBe('5');
    expect(troubles).toEqual([]);
  });

  test('names the witness of text that several blocks hold together', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${containedAddress}#/article/2.txt/1`);
    await page.locator('.block.target .badge').click();
    expect(await page.locator('.block.target .witness').textContent()).toBe('1.txt, blocks 1 to 2');
  });

  test('keeps its place, search, filter and order over a reload', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${address}#/articles`);
    await page.getByRole('searchbox').fill('museum');
    await page.waitForFunction(() => location.hash.includes('q=museum'));
    await page.getByLabel('Order').selectOption('lost');
    await page.locator('.row').first().click();
    await page.waitForSelector('.block');
    const before = [page.url(), await page.textContent('.status'), await page.textContent('.article .path')];
    expect(before[1]).toMatch(/^\d of 10 articles$/);
    await page.reload();
    await page.waitForSelector('.block');
    const after = [page.url(), await page.textContent('.status'), await page.textContent('.article .path')];
    expect(after).toEqual(before);
    expect(await page.getByRole('searchbox').inputValue()).toBe('museum');
    await page.goBack();
    await page.waitForSelector('.pane .empty');
  });

  test('filters articles and repeats by reason, and sorts repeats', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${address}#/articles`);
    await page.getByLabel('Show').selectOption('copy');
    await page.waitForFunction(() => document.querySelector('.status')?.textContent === '1 of 10 articles');
    await visit(page, `${containedAddress}#/groups`);
    const all = await page.locator('.row').count();
    expect(all).toBeGreaterThan(5);
    await page.getByLabel('Show').selectOption('extension');
    await page.waitForFunction((count) => document.querySelectorAll('.row').length < count, all);
    await page.locator('.row').first().click();
    await page.waitForSelector('.members .badge.extension');
    await page.getByLabel('Show').selectOption('');
    await page.getByLabel('Order').selectOption('similarity');
    await page.waitForFunction((count) => document.querySelectorAll('.row').length === count, all);
    const shares = (await page.locator('.row-meta').allTextContents()).map((text) =>
      text.includes('all alike') ? 100 : Number(/least ([\d.]+) %/.exec(text)?.[1]),
    );
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    await page.getByRole('searchbox').fill('ferry');
    await page.waitForFunction((count) => document.querySelectorAll('.row').length < count, all);
    for (const text of await page.locator('.row-excerpt').allTextContents()) expect(text).toContain('ferry');
  });

  test('can be used with the keyboard alone', async () => {
    const { page, troubles } = await openTab(browser);
    await visit(page, address);
    await page.keyboard.press('2');
    await page.waitForSelector('.row');
    await page.keyboard.press('/');
    await page.keyboard.type('council');
    await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes(' of '));
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.waitForFunction(() => location.hash.startsWith('#/article/a.txt'));
    await page.keyboard.press('n');
    await page.keyboard.press('o');
    await page.waitForSelector('.block.current .compare');
    await page.keyboard.press('r');
    expect(await page.locator('.block.current').getAttribute('data-verdict')).toBe('reject');
    await page.keyboard.press('r');
    expect(await page.locator('.block.current').getAttribute('data-verdict')).toBe('');
    await page.keyboard.press('w');
    await page.waitForSelector('.block.target');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.pane .empty');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).toContain('accept or reject');
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
    expect(await page.textContent('h1')).toBe('Decisions');
    expect(troubles).toEqual([]);
  });

  test('exports decisions that clean replays: rejected text comes back, and stale ones are named', async () => {
    const { page } = await openTab(browser, { acceptDownloads: true });
    await visit(page, `${address}#/article/b.txt/1`);
    await page.keyboard.press('r');
    await visit(page, `${address}#/article/c.txt/1`);
    await page.keyboard.press('a');
    // they last over a reload
    await page.reload();
    await page.waitForSelector('.block[data-verdict="accept"]');
    await visit(page, `${address}#/decisions`);
    expect(await page.textContent('.decisions')).toContain('2 decisions: 1 accepted, 1 rejected.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('decisions.json');
    const file = join(outputs, 'decisions.json');
    await download.saveAs(file);

    const argv = ['.', '-o', join(outputs, 'clean.json'), '--decisions', file];
    const first = await runMain(argv, { cwd: folder });
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stderr).not.toContain('warning');
    const { articles } = JSON.parse(readFileSync(join(outputs, 'clean.json'), 'utf8')) as Output;
    const kept = articles.find(({ path }) => path === 'b.txt')?.paragraphs.map(({ block }) => block);
    expect(kept).toContain(1);
    expect((await runMain(['verify', join(outputs, 'clean.json')], { cwd: folder })).exitCode).toBe(0);

    writeFileSync(join(folder, 'b.txt'), 'Another text altogether.\n');
    const second = await runMain(argv, { cwd: folder });
    expect(second.stderr).toContain(
      'warning: the decision to reject the removal of block 1 of b.txt no longer applies: no input has the content',
    );
    writeFileSync(join(folder, 'b.txt'), sampleFiles['b.txt']);
  });

  test('takes decisions from a file, and takes them back', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${address}#/decisions`);
    const decision = { path: 'b.txt', sha256: '0'.repeat(64), block: 1, verdict: 'reject' };
    const text = JSON.stringify({ schema: 'cleancopy-decisions/1', decisions: [decision, { path: 1 }] });
    const load = (content: string): Promise<void> =>
      page
        .getByLabel('Load decisions')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await load(text);
    await page.getByText('1 decision: 0 accepted, 1 rejected.').waitFor();
    await load('no JSON');
    await page.getByText('This is no file of decisions.').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Nothing has been decided yet.').waitFor();
    expect(await page.textContent('[data-view="decisions"] .count')).toBe(' 0');
  });

  test('works without a place to store decisions', async () => {
    const { page, troubles } = await openTab(browser);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new Error('refused');
        },
      });
    });
    await visit(page, `${address}#/article/b.txt/1`);
    await page.keyboard.press('r');
    expect(await page.locator('.block.current').getAttribute('data-verdict')).toBe('reject');
    expect(troubles).toEqual([]);
  });
});
