import result from './generated/possible-types.js';

/** Which types an interface or union can be, as Apollo's `InMemoryCache` wants to know it. */
export const possibleTypes = result.possibleTypes;
