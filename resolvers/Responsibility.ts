import { declareType } from '../src/edges/declaration.js';

export const Responsibility = declareType('Responsibility', {
  fields: {
    contact: { one: 'Person', loader: 'personById', key: (responsibility) => responsibility.contact },
  },
});
