<?php
// Reads what is asked as JSON, and prints what the plugin makes of it as JSON.

require __DIR__ . '/wordpress.php';
require dirname( __DIR__, 3 ) . '/demo/wordpress/smp-widgets/smp-widgets.php';

$state = &$GLOBALS['smp_test'];
foreach ( array( 'init', 'admin_init', 'admin_menu' ) as $hook ) {
	foreach ( $state['actions'][ $hook ] as $callback ) {
		$callback();
	}
}

$answers = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $asked ) {
	$state['options'] = array(
		'smp_widgets_endpoints' => $asked['endpoints'] ?? "https://book.clinic.example/smp\n/smp",
		'smp_widgets_script'    => $asked['script'] ?? '/sdk/smp-widgets.js',
	);
	$state['editor']  = $asked['editor'] ?? false;
	$state['scripts'] = array();
	$state['styles']  = array();
	$state['post']    = $asked['post'] ?? '';
	$state['single']  = $asked['single'] ?? true;
	switch ( $asked['as'] ) {
		case 'shortcode':
			$html = $state['shortcodes']['smp_widget']( $asked['attributes'], $asked['content'] ?? '' );
			break;
		case 'block':
			$html = $state['blocks']['smp-widgets/element']['render_callback']( $asked['attributes'] );
			break;
		case 'script':
			$html = $state['actions']['script_loader_tag'][0]( '<script src="x"></script>', $asked['handle'], $asked['src'] );
			break;
		case 'setting':
			$html = $state['settings'][ $asked['name'] ]['sanitize_callback']( $asked['value'] );
			break;
		case 'page':
			ob_start();
			$state['page']();
			$html = ob_get_clean();
			break;
		case 'post':
			$html = saved_post( $asked['html'] );
			break;
		case 'head':
			ob_start();
			$state['actions']['wp_enqueue_scripts'][0]();
			foreach ( $state['actions']['wp_head'] as $callback ) {
				$callback();
			}
			$html = ob_get_clean();
			break;
		case 'elements':
			$html = wp_json( smp_widgets_elements() );
			break;
		default:
			$html = '';
	}
	$answers[] = array(
		'html'    => $html,
		'scripts' => (object) $state['scripts'],
		'styles'  => (object) $state['styles'],
	);
}
echo wp_json( $answers );

function wp_json( $value ) {
	return json_encode( $value, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE );
}
