<?php
// What the plugin needs of WordPress, doing to what is printed as WordPress does.

define( 'ABSPATH', __DIR__ . '/' );

$GLOBALS['smp_test'] = array(
	'options'  => array(),
	'editor'   => false,
	'scripts'  => array(),
	'styles'   => array(),
	'post'     => '',
	'single'   => true,
	'blocks'   => array(),
	'settings' => array(),
	'actions'  => array(),
);

function add_action( $hook, $callback ) {
	$GLOBALS['smp_test']['actions'][ $hook ][] = $callback;
}
function add_filter( $hook, $callback ) {
	add_action( $hook, $callback );
}
function add_shortcode( $tag, $callback ) {
	$GLOBALS['smp_test']['shortcodes'][ $tag ] = $callback;
}
function register_uninstall_hook( $file, $callback ) {
	$GLOBALS['smp_test']['uninstall'] = $callback;
}
function register_block_type( $name, $settings ) {
	$GLOBALS['smp_test']['blocks'][ $name ] = $settings;
}
function register_setting( $group, $name, $settings ) {
	$GLOBALS['smp_test']['settings'][ $name ] = $settings;
}
function add_options_page( $title, $menu, $capability, $slug, $callback ) {
	$GLOBALS['smp_test']['page'] = $callback;
}
function wp_register_script( $handle, $src ) {}
function wp_enqueue_script( $handle, $src ) {
	$GLOBALS['smp_test']['scripts'][ $handle ] = $src;
}
function wp_enqueue_style( $handle, $src ) {
	$GLOBALS['smp_test']['styles'][ $handle ] = $src;
}
function is_singular() {
	return $GLOBALS['smp_test']['single'];
}
function get_post() {
	return (object) array( 'post_content' => $GLOBALS['smp_test']['post'] );
}
function has_shortcode( $content, $tag ) {
	return 1 === preg_match( '/\[' . $tag . '[\s\]]/', $content );
}
function has_block( $name, $post ) {
	return false !== strpos( $post->post_content, '<!-- wp:' . $name . ' ' );
}
function plugins_url( $path ) {
	return 'https://clinic.example/wp-content/plugins/smp-widgets/' . $path;
}
function get_option( $name, $fallback = false ) {
	return $GLOBALS['smp_test']['options'][ $name ] ?? $fallback;
}
function delete_option( $name ) {
	unset( $GLOBALS['smp_test']['options'][ $name ] );
}
function current_user_can( $capability ) {
	return $GLOBALS['smp_test']['editor'];
}
function settings_fields( $group ) {}
function submit_button() {}
function __( $text ) {
	return $text;
}
function esc_html__( $text ) {
	return esc_html( $text );
}

/** Not what is no UTF-8; entities that are there stay. */
function esc_html( $text ) {
	$text = (string) $text;
	// The control: a test that still passes sees nothing.
	if ( getenv( 'ESCAPE_NOTHING' ) ) {
		return $text;
	}
	return preg_match( '//u', $text ) ? htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false ) : '';
}
function esc_attr( $text ) {
	return esc_html( $text );
}
function esc_textarea( $text ) {
	return htmlspecialchars( (string) $text, ENT_QUOTES, 'UTF-8' );
}

/** Keeps what addresses are made of, and the schemes that are allowed; with entities, for printing. */
function esc_url( $url, $protocols = null ) {
	$url = esc_url_raw( $url, $protocols );
	return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), str_replace( '&amp;', '&', $url ) );
}
function esc_url_raw( $url, $protocols = null ) {
	if ( '' === $url ) {
		return '';
	}
	$url = str_replace( ' ', '%20', ltrim( (string) $url ) );
	$url = preg_replace( '|[^a-z0-9-~+_.?#=!&;,/:%@$\|*\'()\[\]\\x80-\\xff]|i', '', $url );
	$url = str_ireplace( array( '%0d', '%0a' ), '', $url );
	if ( '' === $url ) {
		return '';
	}
	if ( false === strpos( $url, ':' ) && ! in_array( $url[0], array( '/', '#', '?' ), true ) ) {
		$url = 'http://' . $url;
	}
	if ( '/' === $url[0] ) {
		return $url;
	}
	$scheme = preg_match( '/^([^\/?#]*?)(?::|&#58;|&#x3a;|&colon;)/i', $url, $found ) ? strtolower( $found[1] ) : '';
	return '' === $scheme || in_array( $scheme, $protocols ?? array( 'http', 'https', 'mailto', 'tel' ), true ) ? $url : '';
}

/** What of a post's attributes is saved of somebody without `unfiltered_html`: tags are those that are allowed anyway. */
function saved_post( $html ) {
	$allowed = array(
		'div'  => array( 'data-*' => true, 'class' => true ),
		'abbr' => array( 'class' => true ),
	);
	foreach ( $GLOBALS['smp_test']['actions']['wp_kses_allowed_html'] ?? array() as $callback ) {
		$allowed = $callback( $allowed, 'post' );
	}
	return preg_replace_callback(
		'/<(div|abbr)([^<>]*)>/',
		function ( $tag ) use ( $allowed ) {
			preg_match_all( '/\s([a-z-]+)(?:="([^"]*)")?/i', $tag[2], $attributes, PREG_SET_ORDER );
			$kept = '';
			foreach ( $attributes as $one ) {
				$name  = strtolower( $one[1] );
				$rules = $allowed[ $tag[1] ];
				// What has a rule of its own goes by that; the rest of `data-` by the rule for all.
				$rule  = $rules[ $name ] ?? ( 0 === strpos( $name, 'data-' ) ? $rules['data-*'] ?? null : null );
				$wrong = is_array( $rule ) && ! in_array( strtolower( $one[2] ?? '' ), $rule['values'], true );
				$kept .= null === $rule || $wrong ? '' : $one[0];
			}
			return '<' . $tag[1] . $kept . '>';
		},
		$html
	);
}

/** Leaves the tags that a post may hold; of these only some are needed here. */
function wp_kses_post( $html ) {
	$html = preg_replace( '/<!--.*?(-->|$)/s', '', (string) $html );
	return preg_replace_callback(
		'/<(\/?)([a-z0-9]+)([^<>]*)>|<[^<>]*>?|>/i',
		function ( $found ) {
			$tag = strtolower( $found[2] ?? '' );
			if ( '>' === $found[0] ) {
				return '&gt;';
			}
			if ( '' === $tag || ! in_array( $tag, array( 'p', 'a', 'br', 'strong', 'em' ), true ) ) {
				return '' === $tag ? '&lt;' . esc_html( substr( $found[0], 1 ) ) : '';
			}
			$href = '';
			if ( 'a' === $tag && '' === $found[1] && preg_match( '/\shref=(["\'])(.*?)\1/', $found[3], $link ) ) {
				$href = ' href="' . esc_url( html_entity_decode( $link[2], ENT_QUOTES ) ) . '"';
			}
			return '<' . $found[1] . $tag . $href . '>';
		},
		$html
	);
}
