import { deflateRawSync } from 'node:zlib';

/**
 * A value as the page holds it: JSON, deflated, in base64. What is in it can neither end the element around it nor be
 * taken for markup, and the page need not parse what is not looked at.
 */
export function packElement(id: string, json: string): string {
  const packed = deflateRawSync(json).toString('base64');
  return `<script type="application/octet-stream" id="${id}">${packed}</script>\n`;
}
