import { rules } from '../rules/index.ts';

/**
 * What a lexicon match says about the place on the page, for the model: families of one sort share a number.
 * 0 is for lines that no rule takes.
 */
const families: ReadonlyArray<readonly [group: string, names: string]> = [
  [
    'navigation',
    'navigation skip-link breadcrumb search-box login-register language-switch shop-cart accessibility',
  ],
  ['sharing', 'share-widget social-follow social-icons print-email'],
  ['comments', 'comment-form comment-count comment-policy comment-reply form-field'],
  [
    'other articles',
    'related-links related-teaser further-titles most-read read-more image-gallery video-player',
  ],
  ['consent', 'cookie-consent privacy-terms notification-prompt script-notice'],
  ['footer', 'copyright rights-reserved site-footer contact-line contact-details back-to-top disclaimer'],
  [
    'subscription',
    'newsletter-signup subscription-offer paywall download-app donation-appeal event-promotion',
  ],
];

/** Number of groups, with that for no rule and that for all other families. */
export const lineGroupCount: number = families.length + 2;

const numbers: ReadonlyMap<string, number> = new Map(
  families.flatMap(([, names], index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

export const COMMENTS = 3;
export const OTHER_ARTICLES = 4;

/** The group of each rule of the register. */
export const lineGroups: Uint8Array = Uint8Array.from(rules, ({ name }) => lineGroupOf(name));

/** Families that letters and reports have as well as pages. */
const letterheads: ReadonlySet<string> = new Set(['contact-line', 'contact-details', 'disclaimer']);

/** The same for rules that only pages have; 0 for all others. */
export const pageGroups: Uint8Array = Uint8Array.from(rules, ({ name }) => {
  const group = lineGroupOf(name);
  return group === lineGroupCount - 1 || letterheads.has(name) ? 0 : group;
});

/** The group of a rule family by its name. */
function lineGroupOf(rule: string): number {
  return numbers.get(rule) ?? lineGroupCount - 1;
}
