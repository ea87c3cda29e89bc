/** Whether an allocation failed, of an array or of a string; the heap itself running full ends the process at once. */
export function isOutOfMemory(error: unknown): error is RangeError {
  return error instanceof RangeError && /allocation failed|Invalid string length/.test(error.message);
}
