// The self-contained file: every element, registered.
import '../define.js';
