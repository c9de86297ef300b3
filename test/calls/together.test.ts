import { describeCatalogue } from './catalogue.js';

describeCatalogue('All four together');
