/* global wp */
// What an editor sees of the block. On the page it is drawn by `smp_widgets_block` in smp-widgets.php.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { __ } = i18n;
  const h = element.createElement;
  const ELEMENTS = [
    ['journey', __('Whole journey', 'smp-widgets')],
    ['slot-booker', __('Slot booker', 'smp-widgets')],
    ['consultation', __('Consultation', 'smp-widgets')],
    ['hairline-picker', __('Hairline picker', 'smp-widgets')],
    ['launcher', __('Button that opens a dialog', 'smp-widgets')],
    ['booking-manager', __('Booking manager', 'smp-widgets')],
    ['preparation', __('Preparation', 'smp-widgets')],
    ['aftercare', __('Aftercare', 'smp-widgets')],
    ['touch-up-reminder', __('Touch-up reminder', 'smp-widgets')],
  ];

  function Edit({ attributes, setAttributes }) {
    const field = (Control, name, label, help) =>
      h(Control, {
        key: name,
        label,
        help,
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
        __nextHasNoMarginBottom: true,
      });
    const { TextControl, TextareaControl, SelectControl, PanelBody, Placeholder } = components;
    const title = ELEMENTS.find(([name]) => name === attributes.element)?.[1] ?? attributes.element;
    return h(
      'div',
      blockEditor.useBlockProps(),
      h(
        blockEditor.InspectorControls,
        null,
        h(
          PanelBody,
          { title: __('Widget', 'smp-widgets') },
          h(SelectControl, {
            label: __('Element', 'smp-widgets'),
            value: attributes.element,
            options: ELEMENTS.map(([value, label]) => ({ value, label })),
            onChange: (value) => setAttributes({ element: value }),
            __nextHasNoMarginBottom: true,
          }),
          field(
            TextareaControl,
            'settings',
            __('Attributes', 'smp-widgets'),
            __('One a line, such as service=consultation', 'smp-widgets'),
          ),
          field(
            TextControl,
            'fallback',
            __('Shown until it is ready', 'smp-widgets'),
            __('Your phone number, say', 'smp-widgets'),
          ),
          field(TextControl, 'lang', __('Language', 'smp-widgets'), __('Left empty, the page’s', 'smp-widgets')),
          field(
            TextControl,
            'endpoint',
            __('Backend', 'smp-widgets'),
            __('Left empty, the first of the settings', 'smp-widgets'),
          ),
        ),
      ),
      h(Placeholder, {
        icon: 'calendar-alt',
        label: title,
        instructions: attributes.settings || __('Shown on the page, not in the editor.', 'smp-widgets'),
      }),
    );
  }

  blocks.registerBlockType('smp-widgets/element', { edit: Edit, save: () => null });
})(wp);
