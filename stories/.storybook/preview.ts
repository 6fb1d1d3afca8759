import type { Preview, WebComponentsRenderer } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { FORCE_REMOUNT } from 'storybook/internal/core-events';
import type { RenderContext } from 'storybook/internal/types';
import { addons, emitTransformCode } from 'storybook/preview-api';
import '../../src/define.js';
import { argTypesOf } from '../support/arg-types.js';
import { declarationOf, eventNames } from '../support/element-manifest.js';
import { INITIAL_GLOBALS, sceneOf } from '../support/scene.js';
import { snippetOf } from '../support/snippet.js';
import { Stage } from '../support/stage.js';
import { ElementPage } from './element-page.js';
import { docsTheme } from './theme.js';
import { toolbar } from './toolbar.js';
import './preview.css';

const stages = new WeakMap<Element, Stage>();

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { ...INITIAL_GLOBALS },
  globalTypes: toolbar,
  // What is drawn comes from the scene; the elements are no story's own.
  render: () => '',
  renderToCanvas: async (
    { storyFn, storyContext, forceRemount, showMain }: RenderContext<WebComponentsRenderer>,
    canvas: WebComponentsRenderer['canvasElement'],
  ) => {
    void storyFn();
    showMain();
    const scene = sceneOf(storyContext);
    await emitTransformCode(snippetOf(scene), storyContext);
    const before = stages.get(canvas);
    if (before && !forceRemount) {
      if (before.follows(scene)) before.show(scene);
      // The way to a story's state is walked once more, in the other clinic.
      else addons.getChannel().emit(FORCE_REMOUNT, { storyId: storyContext.id });
      return;
    }
    const stage = await Stage.open(scene);
    // Told in the panel of actions.
    for (const type of eventNames) stage.element.addEventListener(type, (event) => void action(type)(event));
    stages.set(canvas, stage);
    canvas.replaceChildren(stage.element);
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error', options: { resultTypes: ['violations'] } },
    controls: { expanded: true, sort: 'none' },
    // For what fills a phone's screen only; for the rest the toolbar has widths.
    viewport: { disable: true },
    docs: {
      theme: docsTheme,
      codePanel: true,
      extractArgTypes: argTypesOf,
      extractComponentDescription: (tag: string) => declarationOf(tag).description,
      page: ElementPage,
    },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Elements',
          [
            'Clinic',
            'Journey',
            'Launcher',
            'Consultation',
            'Hairline picker',
            'Slot booker',
            'Booking manager',
            'Preparation',
            'Aftercare',
            'Touch-up reminder',
          ],
          'Guides',
          [
            'Start',
            'Plain HTML',
            'WordPress',
            'Wix',
            'Squarespace',
            'Webflow',
            'Shopify',
            'React',
            'Vue',
            'Theming',
            'Languages',
            'Adapters',
            'CSP',
            'Privacy',
            'Going live',
          ],
        ],
      },
    },
  },
};

export default preview;
