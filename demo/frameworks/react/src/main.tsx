import 'smp-widgets/clinic/define';
import 'smp-widgets/slot-booker/define';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
