import { capabilitiesOf } from '../src/edges/capabilities.js';
import { declareType } from '../src/edges/declaration.js';
import { declarations } from './declarations.js';

export const Source = declareType('Source', {
  fields: {
    capabilities: { leaf: (source) => capabilitiesOf(source, declarations) },
    drift: { leaf: (source) => source.drift.counts() },
  },
});
