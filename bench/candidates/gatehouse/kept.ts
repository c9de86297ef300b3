import type { System } from '../../upstreams/world.js';

/** The endpoints that the mixed ids are read from, as each provider's settings name them. */
const endpoints: Readonly<Record<System, readonly string[]>> = {
  pigello: [
    'building',
    'address',
    'apartment',
    'apartmentcontract',
    'tenant',
    'signedcontractdocument',
    'signabledocument',
    'generalerrand',
    'generalerrandfile',
  ],
  facilitee: ['properties', 'property', 'propertyUnits', 'propertyUnit', 'propertyUsers', 'propertyUser'],
  homeq: ['inventory', 'estate', 'apartment', 'agreements', 'listing'],
  casavi: ['properties', 'property', 'units', 'unit', 'contacts', 'contact', 'tickets', 'ticket'],
};

/** Settings of a source that keep its answers for longer than a run. */
export const everythingKept = Object.fromEntries(
  Object.entries(endpoints).map(([system, names]) => [
    system,
    Object.fromEntries(names.map((name) => [name, { ttl: 86_400 }])),
  ]),
) as Readonly<Record<System, Readonly<Record<string, { readonly ttl: number }>>>>;
