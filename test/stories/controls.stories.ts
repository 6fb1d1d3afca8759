import type { Meta, StoryObj } from '@storybook/web-components-vite';

/** Stories with something wrong. The check of the stories must see what it is, by its tag `control:…`. */
const meta = {
  title: 'Controls',
  component: 'smp-clinic',
  tags: ['!autodocs'],
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Appends something to the story. */
function append({ canvasElement }: { readonly canvasElement: HTMLElement }, content: string): void {
  canvasElement.insertAdjacentHTML('beforeend', content);
}

export const LogsAnError: Story = {
  tags: ['control:console'],
  play: () => {
    console.error('an error');
  },
};

export const Warns: Story = {
  tags: ['control:console'],
  play: () => {
    console.warn('a warning');
  },
};

export const DoesNotWarn: Story = { tags: ['control:console', 'warns'] };

export const ThrowsLater: Story = {
  tags: ['control:uncaught'],
  play: async () => {
    const thrown = new Promise((resolve) => {
      window.addEventListener('error', resolve, { once: true });
    });
    setTimeout(() => {
      throw new Error('later');
    });
    await thrown;
  },
};

export const PlayThrows: Story = {
  tags: ['control:play'],
  play: () => {
    throw new Error('in the play function');
  },
};

export const HasNoName: Story = {
  tags: ['control:a11y'],
  play: (played) => append(played, '<button type="button"></button>'),
};

export const TooWide: Story = {
  tags: ['control:overflow'],
  play: (played) => append(played, '<div style="inline-size: 400px; block-size: 1px"></div>'),
};

export const AsksElsewhere: Story = {
  tags: ['control:elsewhere'],
  play: async () => {
    await fetch('http://127.0.0.1:9/', { mode: 'no-cors' }).catch(() => undefined);
  },
};

export const SnippetLacksAnAttribute: Story = {
  tags: ['control:snippet'],
  play: ({ canvasElement }) => {
    canvasElement.querySelector('smp-clinic')?.setAttribute('phone', '020 7946 0111');
  },
};

export const SnippetLacksAProperty: Story = {
  tags: ['control:snippet'],
  play: ({ canvasElement }) => {
    const clinic = canvasElement.querySelector('smp-clinic');
    if (clinic) clinic.phone = '020 7946 0111';
  },
};

export const SnippetLacksAStyle: Story = {
  tags: ['control:snippet'],
  play: ({ canvasElement }) => {
    canvasElement.querySelector('smp-clinic')?.style.setProperty('--smp-accent', 'red');
  },
};
