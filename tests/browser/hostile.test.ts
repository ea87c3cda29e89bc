import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from '../unit/pipeline/sample-folder.ts';
import { hostileFiles } from '../unit/reporters/hostile-files.ts';
import { hasBrowser, openBrowser, openTab, visit, writeReview } from './open-review.ts';

describe.runIf(hasBrowser)('the review of hostile articles', () => {
  let browser: Browser;
  let folder = '';
  let address = '';
  beforeAll(async () => {
    browser = await openBrowser();
    folder = makeFolder(hostileFiles);
    address = await writeReview(folder);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test('runs nothing, loads nothing, and shows every text as text', async () => {
    const { page, troubles } = await openTab(browser);
    await visit(page, address);
    await page.locator('#top-groups-list a').first().waitFor();
    for (const path of Object.keys(hostileFiles)) {
      await visit(page, `${address}#/article/${encodeURIComponent(path)}`);
      await page.waitForSelector('.block');
      expect(await page.textContent('.article .path')).toBe(path);
      await page.evaluate(() => {
        for (const badge of document.querySelectorAll<HTMLElement>('.badge')) badge.click();
      });
      await page.evaluate(() => {
        for (const more of document.querySelectorAll<HTMLElement>('.more')) more.click();
      });
      await page
        .locator('.article')
        .getByText(hostileFiles[path].trim().split('\n')[0].slice(0, 7))
        .first()
        .waitFor();
      // what an article could have added to the page
      const added = 'main :is(script, img, svg:not([class]), iframe, link, meta, style, base, form)';
      expect(await page.locator(added).count()).toBe(0);
    }
    await visit(page, `${address}#/groups`);
    await page.waitForSelector('.row');
    await page.keyboard.press('j');
    await page.waitForSelector('.members li');
    await visit(page, `${address}#/articles?q=${encodeURIComponent('<script>')}`);
    await page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes(' of '));
    expect(await page.locator('.row').count()).toBe(3);
    expect(await page.evaluate(() => 'hostile' in globalThis || 'hostile' in {})).toBe(false);
    expect(troubles).toEqual([]);
  });

  test('shows control characters by their codes', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${address}#/article/bidi.txt`);
    const codes = await page.locator('.control').allTextContents();
    expect(codes).toEqual(expect.arrayContaining(['U+202E', 'U+202C', 'U+2066', 'U+200F']));
    await visit(page, `${address}#/article/escapes.txt`);
    expect(await page.locator('.control').allTextContents()).toEqual(
      expect.arrayContaining(['U+001B', 'U+0007', 'U+009B']),
    );
  });

  test('shows the beginning of endless lines, and the rest when asked for', async () => {
    const { page } = await openTab(browser);
    await visit(page, `${address}#/article/long.txt`);
    const text = page.locator('.block .text').filter({ hasText: 'xxxx' }).first();
    expect((await text.textContent())?.length).toBeLessThan(21_000);
    await text.getByRole('button', { name: 'show all 1,000,000 characters' }).click();
    expect((await text.textContent())?.length).toBe(1_000_000);
  });

  test('leads nowhere from addresses that nobody would write', async () => {
    const { page, troubles } = await openTab(browser);
    for (const hash of [
      '#/article/__proto__',
      '#/article/%',
      '#/constructor',
      '#/article/x/99999999999',
      '#/groups/no/1',
      '#<img src=x>',
      '#/articles?filter=__proto__&sort=constructor',
    ]) {
      await page.goto('about:blank');
      await visit(page, address + hash);
      expect(await page.locator('main').textContent()).not.toBe('');
    }
    expect(troubles).toEqual([]);
  });

  test('lets the browser refuse code and markup that got in all the same', async () => {
    const { page } = await openTab(browser);
    await visit(page, address);
    const outcome = await page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        refused.push(violatedDirective),
      );
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.hostile = 1';
        document.body.append(script);
      } catch {
        refused.push('script element');
      }
      try {
        document.body.innerHTML = '<img src=x onerror="globalThis.hostile = 1">';
      } catch {
        refused.push('innerHTML');
      }
      await fetch('http://127.0.0.1:9/').catch(() => refused.push('fetch'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { refused, ran: 'hostile' in globalThis };
    });
    expect(outcome.ran).toBe(false);
    expect(outcome.refused).toEqual(
      expect.arrayContaining(['script element', 'innerHTML', 'fetch', 'connect-src']),
    );
  });
});
