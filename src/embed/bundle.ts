// The self-contained file: every element, registered, and the other doors.
import '../define.js';
import './doors.js';
