/** In what a manifest differs from the schema of custom elements manifests. */
export function schemaFaults(manifest: object): readonly string[];
