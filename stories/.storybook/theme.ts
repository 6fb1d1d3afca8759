import { create } from 'storybook/theming';

const shared = {
  brandTitle: 'smp-widgets',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontCode: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  appBorderRadius: 6,
  inputBorderRadius: 6,
  colorPrimary: '#17635c',
  colorSecondary: '#17635c',
} as const;

/** How the pages of documentation look. */
export const docsTheme = create({ ...shared, base: 'light', appBg: '#ffffff', textColor: '#1b1e20' });

/** How Storybook itself looks around the stories. */
export const managerTheme = create({
  ...shared,
  base: 'light',
  appBg: '#f4f6f5',
  appContentBg: '#ffffff',
  appBorderColor: '#d9dfdd',
  textColor: '#1b1e20',
  textMutedColor: '#56605d',
  barTextColor: '#56605d',
  barHoverColor: '#17635c',
  barSelectedColor: '#17635c',
});
