export { introspection, type Introspection } from './generated/introspection.js';
