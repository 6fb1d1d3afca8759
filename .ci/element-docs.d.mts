interface Named {
  readonly name: string;
  readonly default?: string | undefined;
  readonly text: string;
}
interface PropertyDocs extends Named {
  readonly attribute?: string | undefined;
  readonly type: string;
  readonly readonly?: boolean;
  readonly reflects?: boolean;
  /** The words that it may be, where those are all. */
  readonly choices?: readonly string[] | undefined;
}
interface MethodDocs extends Named {
  readonly method: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional: boolean }[];
  readonly returns: string;
}
/** An attribute of elements that this one makes. */
interface HandedOnDocs extends PropertyDocs {
  readonly sources: readonly { readonly tag: string; readonly className: string; readonly name: string }[];
}
export interface ElementDocs {
  readonly path: string;
  readonly tag: string;
  readonly className: string;
  readonly text: string;
  readonly properties: readonly PropertyDocs[];
  readonly methods: readonly MethodDocs[];
  readonly slots: readonly Named[];
  readonly events: readonly { readonly type: string; readonly name: string; readonly text: string }[];
  readonly parts: readonly Named[];
  /** Words before their names, and the tags of those elements. */
  readonly partsOf: readonly Named[];
  /** Parts of the elements inside, by the names they have from outside. */
  readonly innerParts: readonly Named[];
  readonly handedOn: readonly HandedOnDocs[];
  readonly tokens: readonly Named[];
  readonly states: readonly Named[];
}
export interface EventDocs {
  readonly path: string;
  readonly className: string;
  readonly name?: string | undefined;
  readonly cancelable: boolean;
  readonly text: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly text: string }[];
}
export function describeElement(path: string, source: string): ElementDocs;
export function describeElements(): readonly ElementDocs[];
export function describeEvents(): readonly EventDocs[];
