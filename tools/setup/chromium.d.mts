/** The browser that tests drive: CHROMIUM_PATH, else where systems usually put it. */
export function findChromium(): string | undefined;
