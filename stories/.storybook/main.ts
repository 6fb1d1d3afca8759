import type { StorybookConfig } from '@storybook/web-components-vite';
import { elementManifest, keepDefinitions } from './element-plugins.js';

const config: StorybookConfig = {
  stories: [
    '../*.mdx',
    '../guides/*.mdx',
    '../*.stories.ts',
    // What the check has to object to; nobody else sees it.
    ...(process.env['STORY_CONTROLS'] ? ['../../test/stories/controls.stories.ts'] : []),
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{ from: '../../demo/site/favicon.svg', to: '/favicon.svg' }],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  // The stories’ own toolbar has widths and colours.
  features: { sidebarOnboardingChecklist: false, backgrounds: false, measure: false, outline: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), elementManifest(), keepDefinitions()],
    build: { ...vite.build, chunkSizeWarningLimit: 3000 },
  }),
};

export default config;
