/** Country calling codes: the two ids of 002's sample, and some more. Codes are texts without `+`. */
export const COUNTRY_CODES = [
  { id: 8, code: '31', country: 'Netherlands' },
  { id: 14, code: '32', country: 'Belgium' },
  { id: 21, code: '43', country: 'Austria' },
  { id: 33, code: '41', country: 'Switzerland' },
  { id: 49, code: '45', country: 'Denmark' },
  { id: 57, code: '358', country: 'Finland' },
  { id: 64, code: '49', country: 'Germany' },
  { id: 88, code: '353', country: 'Ireland' },
  { id: 91, code: '39', country: 'Italy' },
  { id: 107, code: '352', country: 'Luxembourg' },
  { id: 131, code: '47', country: 'Norway' },
  { id: 142, code: '48', country: 'Poland' },
  { id: 167, code: '34', country: 'Spain' },
  { id: 171, code: '46', country: 'Sweden' },
  { id: 195, code: '44', country: 'United Kingdom' },
  { id: 220, code: '33', country: 'France' },
] as const;
