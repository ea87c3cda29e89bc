import { rmSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { containedFiles, makeFolder, sampleFiles } from '../unit/pipeline/sample-folder.ts';
import { hasBrowser, openBrowser, openTab, visit, writeReview } from './open-review.ts';

/** What axe finds wrong, worst first: rule, impact and places. */
async function findIssues(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // a string: the name is that of the page's own, not of the module here
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
const looks = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['light on a phone', { ...phone, colorScheme: 'light' }],
  ['dark on a phone', { ...phone, colorScheme: 'dark' }],
] as const;

describe.runIf(hasBrowser)('the review', () => {
  let browser: Browser;
  let folder = '';
  let address = '';
  beforeAll(async () => {
    browser = await openBrowser();
    folder = makeFolder({
      ...Object.fromEntries(
        Object.entries(containedFiles).map(([path, text]) => [`contained/${path}`, text]),
      ),
      ...sampleFiles,
      'share.txt': `${String(sampleFiles['a.txt'])}\n\nShare\n\nLeave a Reply\n`,
      'image.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    });
    address = await writeReview(folder);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test.each(looks)('is accessible: %s', async (_, options) => {
    const { page } = await openTab(browser, options);
    await visit(page, address);
    await page.locator('#top-groups-list a').first().waitFor();
    expect(await findIssues(page)).toEqual([]);
    await visit(page, `${address}#/article/b.txt/3`);
    await page.waitForSelector('.block.target');
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll<HTMLElement>('.badge')) badge.click();
    });
    await page.locator('.compare').first().waitFor();
    await page.getByRole('button', { name: 'Accept' }).first().click();
    await page.getByRole('button', { name: 'Reject' }).last().click();
    expect(await findIssues(page)).toEqual([]);
    await visit(page, `${address}#/article/share.txt`);
    await page.waitForSelector('.block.boilerplate');
    expect(await findIssues(page)).toEqual([]);
    await visit(page, `${address}#/decisions`);
    await page.waitForSelector('.value.accept');
    expect(await findIssues(page)).toEqual([]);
    await visit(page, `${address}#/groups`);
    await page.locator('.row').first().click();
    await page.locator('.members .badge').first().click();
    expect(await findIssues(page)).toEqual([]);
    await visit(page, `${address}#/articles`);
    await page.waitForSelector('.row');
    expect(await findIssues(page)).toEqual([]);
    // nothing is wider than the screen
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('shows a list and an article one after the other on a phone', async () => {
    const { page } = await openTab(browser, phone);
    await visit(page, `${address}#/articles`);
    await page.locator('.row').first().click();
    await page.waitForSelector('.block');
    expect(await page.locator('.list-pane').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'All articles' }).click();
    await page.waitForSelector('.list-pane');
    expect(await page.locator('.list-pane').isVisible()).toBe(true);
  });

  test('remembers the colours that were chosen', async () => {
    const { page } = await openTab(browser, { colorScheme: 'light' });
    await visit(page, address);
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Theme: auto' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    expect(await ground()).toBe(dark);
  });
});

describe.runIf(hasBrowser)('the review of 5,000 articles', () => {
  test('draws only the rows that can be seen, and finds one text among all', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5000 }, (_, number) => [
        `${String(number).padStart(4, '0')}.txt`,
        `Notice number ${number} of the harbour office\n\nShip ${number} may enter the harbour of Lindhaven at the hour which the board of pilots named for it.\n`,
      ]),
    );
    const folder = makeFolder(files);
    const browser = await openBrowser();
    try {
      const address = await writeReview(folder);
      const { page, troubles } = await openTab(browser);
      await visit(page, `${address}#/articles`);
      expect(await page.textContent('.status')).toBe('5,000 articles');
      expect(await page.locator('.row').count()).toBeLessThan(40);
      await page.evaluate(() => document.querySelector('.virtual')?.scrollTo(0, 1e9));
      await page.locator('.row', { hasText: '4999.txt' }).waitFor();
      expect(await page.locator('.row').count()).toBeLessThan(40);
      await page.getByRole('searchbox').fill('ship 4321 may');
      await page.waitForFunction(
        () => document.querySelector('.status')?.textContent === '1 of 5,000 articles',
      );
      expect(await page.locator('.row').textContent()).toContain('4321.txt');
      expect(troubles).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
