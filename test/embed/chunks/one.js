// Tells that it ran, and under which address.
globalThis.loadedChunks ??= [];
globalThis.loadedChunks.push(import.meta.url);
