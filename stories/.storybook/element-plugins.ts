import { describeElements, describeEvents } from '../../.ci/element-docs.mjs';
import { manifestOf } from '../../.config/element-data/manifest.mjs';

const NAME = 'virtual:element-manifest';
const RESOLVED = `\0${NAME}`;

/** Vite plugin: gives stories the manifest of the elements, read from the sources as they are. */
export const elementManifest = () => ({
  name: 'element-manifest',
  resolveId: (id: string) => (id === NAME ? RESOLVED : undefined),
  load: (id: string) =>
    id === RESOLVED ? `export default ${JSON.stringify(manifestOf(describeElements(), describeEvents()))};` : undefined,
});

/**
 * Vite plugin: keeps what registers the elements. The package says which of its built modules have an effect; the sources
 * that stories are made from are no part of that list.
 */
export const keepDefinitions = () => ({
  name: 'keep-definitions',
  transform: (code: string, id: string) =>
    /\/src\/.*\bdefine\.ts$/.test(id) ? { code, map: null, moduleSideEffects: true } : undefined,
});
