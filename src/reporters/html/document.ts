import { createHash } from 'node:crypto';
import { version } from '../../model/version.ts';
import { escapeHtml } from './escape-html.ts';

/** The compiled script and the style sheet of the page; both are written into it. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** What a Content-Security-Policy calls a piece of code by. */
function sourceHash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/**
 * Nothing may load, run, or be sent but the one script and the one style sheet, which are named by their hashes; text can
 * be made markup by nobody (`trusted-types`).
 */
function contentSecurityPolicy({ script, style }: PageAssets): string {
  return [
    `default-src 'none'`,
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

const views: readonly (readonly [hash: string, name: string])[] = [
  ['#/overview', 'Overview'],
  ['#/articles', 'Articles'],
  ['#/groups', 'Repeats'],
  ['#/decisions', 'Decisions'],
];

/** The page up to the place where data follow. */
export function openDocument(assets: PageAssets): string {
  const links = views.map(
    ([hash, name]) => `<a href="${hash}" data-view="${hash.slice(2)}">${name}<span class="count"></span></a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(assets))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="cleancopy ${version}">
<link rel="icon" href="data:,">
<title>cleancopy review</title>
<style>${assets.style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="brand" href="#/overview"><span class="mark" aria-hidden="true">¶</span> cleancopy <span class="brand-word">review</span></a>
<nav class="views" aria-label="Views">${links.join('')}</nav>
<div class="tools"><button type="button" id="theme" class="quiet">Theme</button><button type="button" id="keys" class="quiet" aria-keyshortcuts="?">Keys</button></div>
</header>
<noscript><p class="notice">This review needs JavaScript, which is part of this file; nothing is loaded from elsewhere.</p></noscript>
<p class="notice" id="loading" role="status">Opening the review…</p>
`;
}

/** The end of the page. */
export function closeDocument({ script }: PageAssets): string {
  return `<main id="main" tabindex="-1"></main>
<dialog id="dialog" aria-label="Keyboard"></dialog>
<script>${script}</script>
</body>
</html>
`;
}
