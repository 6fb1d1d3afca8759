import { useEffect } from 'react';
import { STORY_RENDERED } from 'storybook/internal/core-events';
import { SNIPPET_RENDERED } from 'storybook/internal/docs-tools';
import { addons, useChannel, useStorybookState } from 'storybook/manager-api';

/** Tells once more which HTML was told last. */
function tellAgain(storyId: string): void {
  const channel = addons.getChannel();
  const [last] = (channel.last(SNIPPET_RENDERED) ?? []) as ({ readonly id?: string } | undefined)[];
  if (last?.id === storyId) channel.emit(SNIPPET_RENDERED, last);
}

/** Storybook's panel of code forgets the HTML that came before it was opened, or before it knew of the story. */
export function SnippetTool() {
  const { storyId, selectedPanel } = useStorybookState();
  useEffect(() => {
    // Once the panel has drawn itself.
    const later = setTimeout(() => tellAgain(storyId));
    return () => clearTimeout(later);
  }, [storyId, selectedPanel]);
  useChannel({ [STORY_RENDERED]: tellAgain });
  return null;
}
