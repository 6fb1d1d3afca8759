import manifest from 'virtual:element-manifest';

/** One line of a manifest: an attribute, a slot, an event, a part, a token or a state. */
export interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

/** A field or a method. */
export interface Member extends Entry {
  readonly kind: string;
  readonly attribute?: string;
  readonly privacy?: string;
}

/** What the custom elements manifest says of one element. */
export interface ElementDeclaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Entry[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
  readonly cssStates?: readonly Entry[];
}

const declarations = manifest.modules.flatMap(
  ({ declarations: list }) => (list ?? []) as readonly ElementDeclaration[],
);

/** The tags of all elements. */
export const tags: readonly string[] = declarations.flatMap(({ tagName }) => tagName ?? []);

/** What the elements tell, each once. */
export const eventNames: ReadonlySet<string> = new Set(
  declarations.flatMap(({ events = [] }) => events.map(({ name }) => name)),
);

/** What is said of an element. @throws where the manifest does not know it */
export function declarationOf(tag: string): ElementDeclaration {
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest does not know <${tag}>`);
  return found;
}
