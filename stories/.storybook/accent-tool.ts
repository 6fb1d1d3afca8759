import { createElement } from 'react';
import type { ChangeEvent } from 'react';
import { useGlobals } from 'storybook/manager-api';

/** What the elements look like where a clinic sets nothing. */
const USUAL = '#17635c';

/** A field in the toolbar for the clinic's colour. */
export function AccentTool() {
  const [globals, update] = useGlobals();
  const accent = typeof globals['accent'] === 'string' && globals['accent'] ? globals['accent'] : USUAL;
  return createElement('input', {
    type: 'color',
    value: accent,
    title: 'The clinic’s colour',
    'aria-label': 'The clinic’s colour',
    style: {
      inlineSize: 28,
      blockSize: 28,
      padding: 2,
      border: 0,
      background: 'none',
      cursor: 'pointer',
      alignSelf: 'center',
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => update({ accent: event.target.value }),
  });
}
