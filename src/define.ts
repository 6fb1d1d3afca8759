// Registers every element.
import './elements/clinic/define.js';
import './elements/aftercare/define.js';
import './elements/booking-manager/define.js';
import './elements/consultation/define.js';
import './elements/hairline-picker/define.js';
import './elements/launcher/define.js';
import './elements/journey/define.js';
import './elements/preparation/define.js';
import './elements/slot-booker/define.js';
import './elements/touch-up-reminder/define.js';
