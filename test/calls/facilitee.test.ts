import { describeCatalogue } from './catalogue.js';

describeCatalogue('Facilitee');
