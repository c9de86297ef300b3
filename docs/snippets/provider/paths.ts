/** Where Lodger's endpoints are, as data: an operator can override each by name. */
export const paths = {
  houses: { path: '/houses', provenance: 'document' },
  house: { path: '/houses/{houseId}', provenance: 'document' },
  flats: { path: '/houses/{houseId}/flats', provenance: 'document' },
  flat: { path: '/flats/{flatId}', provenance: 'inferred' },
} as const;

export type PathName = keyof typeof paths;
