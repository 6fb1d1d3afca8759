<?php
/**
 * Plugin Name:       SMP Widgets
 * Description:       Consultation, hairline picker, booking and aftercare for scalp micropigmentation clinics, as a shortcode and a block.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       smp-widgets
 *
 * The elements come from the clinic's own copy of the package `smp-widgets`: put its folder `dist/cdn` into this plugin
 * as `sdk`, or name the address of the script under Settings > SMP Widgets.
 *
 * Anybody who may write a post may use the shortcode, so nothing of it is trusted: elements and attributes are those on
 * a list, addresses of backends those that an administrator has named, and everything is escaped where it is printed.
 *
 * A post may also hold `data-smp` attributes, which make elements without asking this plugin: WordPress takes no `data-`
 * attribute out. So every page names those backends in its head, and the elements send nothing to any other; and two of
 * these attributes are taken out of what is saved. Only whoever may put scripts into a page (`unfiltered_html`) is past
 * that, as they are past everything.
 */

defined( 'ABSPATH' ) || exit;

const SMP_WIDGETS_SCRIPT    = 'smp_widgets_script';
const SMP_WIDGETS_ENDPOINTS = 'smp_widgets_endpoints';

/**
 * The elements that may be shown, each with its attributes. Left out are `demo`, which would let visitors believe that they
 * have booked; `contact-name` and its like, which would be the same for everybody; and `name` and `required`, which mean
 * something in a form only.
 */
function smp_widgets_elements() {
	$care     = array( 'date', 'look', 'emergency', 'phone' );
	$elements = array(
		'journey'           => array( 'steps', 'skippable', 'booking', 'service', 'course', 'practitioner', 'location', 'phone' ),
		'slot-booker'       => array( 'service', 'course', 'practitioner', 'location', 'phone' ),
		'consultation'      => array( 'phone' ),
		'hairline-picker'   => array(
			'shape',
			'edge',
			'temples',
			'mid-height',
			'left-corner',
			'right-corner',
			'temporal-peak',
			'peak-depth',
			'shade',
			'density',
			'sessions',
			'seed',
			'view',
			'skin',
			'hair',
			'pattern',
			'stage',
			'age',
			'readonly',
			'value',
		),
		'launcher'          => array( 'opens', 'floating', 'no-history' ),
		'booking-manager'   => array( 'phone' ),
		'preparation'       => $care,
		'aftercare'         => $care,
		'touch-up-reminder' => array( 'date', 'booking-href', 'phone' ),
	);
	// What it does not need itself it hands on to the element that it opens.
	$elements['launcher'] = array_values( array_unique( array_merge( $elements['launcher'], ...array_values( $elements ) ) ) );
	return $elements;
}

/** Attributes that mean something without a value. */
function smp_widgets_flags() {
	return array( 'course', 'floating', 'no-history', 'readonly' );
}

/** What a page may say of the clinic around an element. What the visitor has agreed to is not the author's to say. */
function smp_widgets_clinic_attributes() {
	return array( 'analytics', 'analytics-value', 'analytics-currency' );
}

/**
 * What authors may not put into a post either: that visitors have agreed to be told of to a data layer, which is for
 * visitors to say; and `demo`, as above.
 *
 * @param array  $allowed Tags that a text may hold, with their attributes.
 * @param string $context `post`, or where else a text is put.
 */
function smp_widgets_allowed_html( $allowed, $context ) {
	foreach ( $allowed as $tag => $attributes ) {
		if ( ! empty( $attributes['data-*'] ) ) {
			foreach ( array( 'data-smp-analytics-consent', 'data-smp-demo' ) as $name ) {
				// No value is right; what has none at all is not, either.
				$allowed[ $tag ][ $name ] = array( 'values' => array() );
			}
		}
	}
	return $allowed;
}

/** Addresses of backends that an administrator has named; the first is used where none is asked for. */
function smp_widgets_endpoints() {
	$lines = preg_split( '/\s+/', (string) get_option( SMP_WIDGETS_ENDPOINTS, '' ), -1, PREG_SPLIT_NO_EMPTY );
	return array_values( array_filter( array_map( 'smp_widgets_address', $lines ) ) );
}

/** An address of the web, or a path on this site; empty for anything else. */
function smp_widgets_address( $address ) {
	return esc_url_raw( trim( (string) $address ), array( 'https', 'http' ) );
}

/** Address of the script that makes the elements work. */
function smp_widgets_script() {
	$named = smp_widgets_address( get_option( SMP_WIDGETS_SCRIPT, '' ) );
	if ( '' !== $named ) {
		return $named;
	}
	return file_exists( __DIR__ . '/sdk/smp-widgets.js' ) ? plugins_url( 'sdk/smp-widgets.js', __FILE__ ) : '';
}

/** The style sheet beside the script: it keeps the room of each element free, so that nothing on the page jumps. */
function smp_widgets_enqueue_style() {
	$style = preg_replace( '~/smp-widgets(\.bundle)?\.js(\?.*)?$~', '/smp-widgets.css', smp_widgets_script(), 1, $found );
	if ( $found ) {
		wp_enqueue_style( 'smp-widgets', $style, array(), null ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- the address names the version.
	}
}

/** The backends that elements of this page may speak to, whoever has put them there. */
function smp_widgets_print_endpoints() {
	echo '<meta name="smp-endpoints" content="' . esc_attr( implode( ' ', smp_widgets_endpoints() ) ) . '">' . "\n";
}

/** A style sheet that is asked for in the middle of a page may come too late to keep any room. */
function smp_widgets_head() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_shortcode( $post->post_content, 'smp_widget' ) || has_block( 'smp-widgets/element', $post ) ) ) {
		smp_widgets_enqueue_style();
	}
}

/**
 * The HTML of one element inside its clinic.
 *
 * @param array  $wanted   What was asked for: `element`, `endpoint`, `lang`, and the element's attributes.
 * @param string $fallback Shown until the element is ready, and where it can't be: HTML as in a post.
 * @return string Empty for visitors where something is not set up; whoever may edit posts is told what.
 */
function smp_widgets_html( $wanted, $fallback = '' ) {
	$elements = smp_widgets_elements();
	$element  = isset( $wanted['element'] ) && is_string( $wanted['element'] ) ? $wanted['element'] : '';
	if ( ! isset( $elements[ $element ] ) ) {
		/* translators: %s: names of elements */
		$hint = __( 'SMP Widgets: set element to one of %s.', 'smp-widgets' );
		return smp_widgets_hint( sprintf( $hint, implode( ', ', array_keys( $elements ) ) ) );
	}
	$endpoints = smp_widgets_endpoints();
	$endpoint  = isset( $wanted['endpoint'] ) ? smp_widgets_address( $wanted['endpoint'] ) : '';
	if ( '' === $endpoint && empty( $wanted['endpoint'] ) && $endpoints ) {
		$endpoint = $endpoints[0];
	}
	if ( ! in_array( $endpoint, $endpoints, true ) ) {
		return smp_widgets_hint(
			__( 'SMP Widgets: an administrator has to name this backend under Settings > SMP Widgets.', 'smp-widgets' )
		);
	}
	$script = smp_widgets_script();
	if ( '' === $script ) {
		return smp_widgets_hint(
			__( 'SMP Widgets: the script is missing; see Settings > SMP Widgets.', 'smp-widgets' )
		);
	}
	wp_enqueue_script( 'smp-widgets', $script, array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- the address names the version.
	smp_widgets_enqueue_style();

	$language   = isset( $wanted['lang'] ) && is_string( $wanted['lang'] ) ? $wanted['lang'] : '';
	$attributes = '';
	foreach ( $elements[ $element ] as $name ) {
		if ( ! isset( $wanted[ $name ] ) || ! is_scalar( $wanted[ $name ] ) || false === $wanted[ $name ] ) {
			continue;
		}
		$value = true === $wanted[ $name ] ? '' : (string) $wanted[ $name ];
		if ( '' === $value && ! in_array( $name, smp_widgets_flags(), true ) ) {
			continue;
		}
		$printed     = 'booking-href' === $name ? esc_url( $value, array( 'https', 'http' ) ) : esc_attr( $value );
		$attributes .= ' ' . $name . '="' . $printed . '"';
	}
	$around = '';
	foreach ( smp_widgets_clinic_attributes() as $name ) {
		if ( isset( $wanted[ $name ] ) && is_string( $wanted[ $name ] ) && '' !== $wanted[ $name ] ) {
			$around .= ' ' . $name . '="' . esc_attr( $wanted[ $name ] ) . '"';
		}
	}
	$tag = 'smp-' . $element;
	return '<smp-clinic endpoint="' . esc_url( $endpoint, array( 'https', 'http' ) ) . '"'
		. ( preg_match( '/^[A-Za-z0-9-]{2,35}$/', $language ) ? ' lang="' . esc_attr( $language ) . '"' : '' )
		. $around . '><' . $tag . $attributes . '>' . wp_kses_post( $fallback ) . '</' . $tag . '></smp-clinic>';
}

/** A word to those who can put it right, and to nobody else. */
function smp_widgets_hint( $text ) {
	return current_user_can( 'edit_posts' ) ? '<p><strong>' . esc_html( $text ) . '</strong></p>' : '';
}

/** `[smp_widget element="slot-booker" service="consultation"]To book, call us.[/smp_widget]` */
function smp_widgets_shortcode( $attributes, $content = '' ) {
	$wanted = array();
	foreach ( (array) $attributes as $name => $value ) {
		// What has no value comes as a value without a name.
		if ( is_int( $name ) ) {
			$wanted[ strtolower( (string) $value ) ] = true;
		} else {
			$wanted[ $name ] = $value;
		}
	}
	return smp_widgets_html( $wanted, (string) $content );
}

/** The block: its attributes are the element, the backend, the language, and the element's own as `name="value"` lines. */
function smp_widgets_block( $attributes ) {
	$wanted = array();
	foreach ( preg_split( '/\R/', (string) ( $attributes['settings'] ?? '' ) ) as $line ) {
		$parts = explode( '=', $line, 2 );
		$name  = strtolower( trim( $parts[0] ) );
		if ( '' !== $name ) {
			$wanted[ $name ] = isset( $parts[1] ) ? trim( $parts[1], " \t\"'" ) : true;
		}
	}
	foreach ( array( 'element', 'endpoint', 'lang' ) as $name ) {
		if ( ! empty( $attributes[ $name ] ) ) {
			$wanted[ $name ] = $attributes[ $name ];
		} else {
			unset( $wanted[ $name ] );
		}
	}
	$fallback = trim( (string) ( $attributes['fallback'] ?? '' ) );
	return smp_widgets_html( $wanted, '' === $fallback ? '' : '<p>' . esc_html( $fallback ) . '</p>' );
}

/** The script is a module, and nothing that rearranges scripts may touch it. */
function smp_widgets_script_tag( $tag, $handle, $src ) {
	if ( 'smp-widgets' !== $handle ) {
		return $tag;
	}
	return '<script type="module" src="' . esc_url( $src ) . '" data-cfasync="false" data-no-optimize="1" nowprocket></script>' . "\n"; // phpcs:ignore WordPress.WP.EnqueuedResources -- it is enqueued; this is how it is printed.
}

function smp_widgets_init() {
	add_shortcode( 'smp_widget', 'smp_widgets_shortcode' );
	wp_register_script(
		'smp-widgets-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		'0.1.0',
		true
	);
	$text = array(
		'type'    => 'string',
		'default' => '',
	);
	register_block_type(
		'smp-widgets/element',
		array(
			'api_version'           => 2,
			'title'                 => __( 'SMP widget', 'smp-widgets' ),
			'description'           => __( 'Consultation, booking or aftercare of your clinic.', 'smp-widgets' ),
			'category'              => 'widgets',
			'icon'                  => 'calendar-alt',
			'attributes'            => array(
				'element'  => array(
					'type'    => 'string',
					'enum'    => array_keys( smp_widgets_elements() ),
					'default' => 'slot-booker',
				),
				'endpoint' => $text,
				'lang'     => $text,
				'settings' => $text,
				'fallback' => $text,
			),
			'supports'              => array( 'html' => false ),
			'editor_script_handles' => array( 'smp-widgets-block' ),
			'render_callback'       => 'smp_widgets_block',
		)
	);
}

function smp_widgets_register_settings() {
	register_setting(
		'smp-widgets',
		SMP_WIDGETS_ENDPOINTS,
		array(
			'type'              => 'string',
			'sanitize_callback' => 'smp_widgets_clean_endpoints',
			'default'           => '',
		)
	);
	register_setting(
		'smp-widgets',
		SMP_WIDGETS_SCRIPT,
		array(
			'type'              => 'string',
			'sanitize_callback' => 'smp_widgets_address',
			'default'           => '',
		)
	);
}

/** One address a line. */
function smp_widgets_clean_endpoints( $text ) {
	$lines = preg_split( '/\s+/', (string) $text, -1, PREG_SPLIT_NO_EMPTY );
	return implode( "\n", array_filter( array_map( 'smp_widgets_address', $lines ) ) );
}

function smp_widgets_menu() {
	add_options_page(
		__( 'SMP Widgets', 'smp-widgets' ),
		__( 'SMP Widgets', 'smp-widgets' ),
		'manage_options',
		'smp-widgets',
		'smp_widgets_settings_page'
	);
}

function smp_widgets_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php echo esc_html__( 'SMP Widgets', 'smp-widgets' ); ?></h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'smp-widgets' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row">
						<label for="smp-widgets-endpoints"><?php echo esc_html__( 'Backends', 'smp-widgets' ); ?></label>
					</th>
					<td>
						<textarea id="smp-widgets-endpoints" name="<?php echo esc_attr( SMP_WIDGETS_ENDPOINTS ); ?>" rows="3" class="large-text code" aria-describedby="smp-widgets-endpoints-hint"><?php echo esc_textarea( get_option( SMP_WIDGETS_ENDPOINTS, '' ) ); ?></textarea>
						<p class="description" id="smp-widgets-endpoints-hint">
							<?php echo esc_html__( 'Addresses of your clinics’ backends, one a line. The first is used where a page names none. No page can use others, whoever has written it.', 'smp-widgets' ); ?>
						</p>
					</td>
				</tr>
				<tr>
					<th scope="row">
						<label for="smp-widgets-script"><?php echo esc_html__( 'Script', 'smp-widgets' ); ?></label>
					</th>
					<td>
						<input type="text" id="smp-widgets-script" name="<?php echo esc_attr( SMP_WIDGETS_SCRIPT ); ?>" value="<?php echo esc_attr( get_option( SMP_WIDGETS_SCRIPT, '' ) ); ?>" class="large-text code" aria-describedby="smp-widgets-script-hint">
						<p class="description" id="smp-widgets-script-hint">
							<?php echo esc_html__( 'Address of smp-widgets.js. Left empty, the folder sdk of this plugin is used.', 'smp-widgets' ); ?>
						</p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

/** Nothing of the plugin stays behind. */
function smp_widgets_uninstall() {
	delete_option( SMP_WIDGETS_SCRIPT );
	delete_option( SMP_WIDGETS_ENDPOINTS );
}

add_action( 'init', 'smp_widgets_init' );
add_action( 'wp_enqueue_scripts', 'smp_widgets_head' );
add_action( 'wp_head', 'smp_widgets_print_endpoints', 1 );
add_action( 'admin_init', 'smp_widgets_register_settings' );
add_action( 'admin_menu', 'smp_widgets_menu' );
add_filter( 'wp_kses_allowed_html', 'smp_widgets_allowed_html', 10, 2 );
add_filter( 'script_loader_tag', 'smp_widgets_script_tag', 10, 3 );
register_uninstall_hook( __FILE__, 'smp_widgets_uninstall' );
