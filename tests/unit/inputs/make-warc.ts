import { Buffer } from 'node:buffer';

/** A record of a web archive. */
export function warcRecord(fields: Readonly<Record<string, string>>, content: Uint8Array | string): Buffer {
  const data = Buffer.from(content);
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `WARC/1.0\r\n${lines.join('')}Content-Length: ${data.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\r\n\r\n')]);
}

/** A record of what a web server answered. */
export function warcResponse(
  address: string,
  contentType: string,
  body: Uint8Array | string,
  { status = 200, fields = '' }: { readonly status?: number; readonly fields?: string } = {},
): Buffer {
  const head = `HTTP/1.1 ${status} Fine\r\nContent-Type: ${contentType}\r\n${fields}\r\n`;
  return warcRecord(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': address,
      'Content-Type': 'application/http; msgtype=response',
    },
    Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  );
}
