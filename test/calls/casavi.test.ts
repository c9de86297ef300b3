import { describeCatalogue } from './catalogue.js';

describeCatalogue('casavi');
