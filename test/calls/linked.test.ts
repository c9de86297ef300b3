import { describeCatalogue } from './catalogue.js';

describeCatalogue('Which records are the same, once that is known');
describeCatalogue('Which records are the same, read anew');
