import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';
import { createApp } from 'vue';
import App from './app.vue';

createApp(App).mount('#app');
