/** No string of Node is longer than about 2^29 units, and a text is one string. */
export const MAX_FILE_SIZE: number = 2 ** 29 - 2 ** 10;

/** The most threads that can be asked for. */
export const MAX_WORKERS = 256;
