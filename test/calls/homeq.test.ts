import { describeCatalogue } from './catalogue.js';

describeCatalogue('HomeQ');
