import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { AccentTool } from './accent-tool.js';
import { SnippetTool } from './snippet-tool.js';
import { managerTheme } from './theme.js';

addons.setConfig({
  theme: managerTheme,
  sidebar: { showRoots: true },
});

addons.register('smp-widgets', () => {
  addons.add('smp-widgets/accent', {
    type: types.TOOL,
    title: 'Accent colour',
    match: ({ viewMode, tabId }) => !tabId && viewMode === 'story',
    render: () => createElement(AccentTool),
  });
  addons.add('smp-widgets/snippet', {
    type: types.TOOL,
    title: 'HTML',
    match: ({ viewMode }) => viewMode === 'story',
    render: () => createElement(SnippetTool),
  });
});
