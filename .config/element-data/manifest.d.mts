import type { Package } from 'custom-elements-manifest';
import type { ElementDocs, EventDocs } from '../../.ci/element-docs.mjs';

/** The custom elements manifest: what the elements offer, without anything that is not public. */
export function manifestOf(elements: readonly ElementDocs[], events: readonly EventDocs[]): Package;
