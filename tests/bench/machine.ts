import { availableParallelism, cpus, totalmem } from 'node:os';

/** What class of machine this is, without its name. */
export function machine(): string {
  const [{ model }] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores of ${model.trim()}, ${gigabytes} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
}
