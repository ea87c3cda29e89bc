import { formatNumber } from './count.ts';

/** How far a stage has come. */
export interface Step {
  /** At most 10 characters. */
  readonly label: string;
  /** What is counted: files, blocks, articles. */
  readonly noun: string;
  readonly done: number;
  readonly total: number;
  /** Bytes that went through so far; 0 when nobody counts them. */
  readonly bytes: number;
  /** Since the stage began. */
  readonly seconds: number;
}

const MAX_BAR = 30;
const MIN_BAR = 5;
/** Before this a speed or a time left would be a guess. */
const MIN_SECONDS = 0.5;

/**
 * One line about a stage, at most `columns` wide: a bar, the count, the speed, and the time that the stage still takes if it goes
 * on as it did.
 *
 * `reading    [=====     ]  50 % 1,112/2,225 files, 38.2 MB/s, 0:12 left`
 */
export function progressLine(step: Step, columns: number): string {
  const { label, noun, done, total, bytes, seconds } = step;
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const parts = [`${formatNumber(done)}/${formatNumber(total)} ${noun}`];
  if (bytes > 0 && seconds >= MIN_SECONDS) parts.push(`${(bytes / 1e6 / seconds).toFixed(1)} MB/s`);
  if (done > 0 && done < total && seconds >= MIN_SECONDS)
    parts.push(`${formatDuration((seconds * (total - done)) / done)} left`);
  const percent = `${String(Math.floor(100 * share)).padStart(3)} %`;
  const head = label.padEnd(10);
  const rest = `${percent} ${parts.join(', ')}`;
  // two brackets and two spaces stand around the bar
  const bar = Math.min(MAX_BAR, columns - head.length - rest.length - 4);
  if (bar < MIN_BAR) return `${head} ${rest}`.slice(0, Math.max(0, columns));
  const filled = Math.floor(share * bar);
  return `${head} [${'='.repeat(filled).padEnd(bar)}] ${rest}`;
}

/** Seconds as m:ss or h:mm:ss, rounded up, so that 0:00 is never left. */
function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}
