import { describeCatalogue } from './catalogue.js';

describeCatalogue('Pigello');
