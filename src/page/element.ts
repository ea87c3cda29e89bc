/** What an element can be given: attributes, and listeners by the name of their event. */
export interface Attributes {
  readonly class?: string;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly [name: string]:
    string | number | boolean | undefined | Readonly<Record<string, (event: Event) => void>>;
}

export type Child = Node | string | undefined;

/**
 * Makes an element. Texts become text nodes: nothing of the data is ever parsed as markup. Attributes that are false or undefined
 * are left out.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'object') {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else {
      made.setAttribute(attribute, value === true ? '' : String(value));
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element with an identifier that the page is written with. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

// what a browser does not show, or what turns the direction of the text behind it
const invisible =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text as nodes, with its control characters shown by their codes. */
export function visibleText(text: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const match of text.matchAll(invisible)) {
    if (match.index > done) nodes.push(document.createTextNode(text.slice(done, match.index)));
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    nodes.push(element('span', { class: 'control', title: `control character U+${code}` }, `U+${code}`));
    done = match.index + 1;
  }
  if (done < text.length) nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/** The beginning of a text as nodes, with an ellipsis where it is cut. Lengths in UTF-16 code units. */
export function excerptOf(text: string, maxUnits: number): Node[] {
  return visibleText(text.length > maxUnits ? `${text.slice(0, maxUnits).trimEnd()}…` : text);
}

/** A number as people read it: 1,234,567. */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}

/** A number with its noun: 1 copy, 2 copies. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(value)} ${value === 1 ? noun : plural}`;
}
