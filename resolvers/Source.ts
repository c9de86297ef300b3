import type { Source as SourceRecord } from '../src/domain/provider.js';
import { capabilitiesOf } from '../src/edges/capabilities.js';
import { declarations } from './declarations.js';

export const Source = {
  capabilities: (source: SourceRecord) => capabilitiesOf(source, declarations),
};
