// JSON.stringify escapes C0 but leaves these as they are; a terminal may act on C1, old JavaScript on the separators.
const risky = /[\u007f-\u009f\u2028\u2029]/g;

/** One line of JSON that is harmless when it is shown in a terminal. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    risky,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
