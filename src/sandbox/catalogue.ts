import type { Country, SystemName } from './model.js';

/** One line of the catalogue: a building before anybody has moved in. */
export interface CatalogueEntry {
  readonly reference: string;
  readonly name: string | null;
  readonly popularName?: string;
  readonly street: string;
  /** House numbers of all entrances, the main one first. */
  readonly houseNumbers: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  readonly systems: readonly SystemName[];
  /** Apartments, commercial units, parking spaces, storage rooms, common rooms. */
  readonly units: readonly [number, number, number, number, number];
  readonly builtYear: number;
  readonly archived?: true;
  readonly condominium?: true;
}

/** A city: where it is, and in which administrative units. */
export interface City {
  readonly country: Country;
  readonly municipality: string | null;
  readonly county: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

const ALL: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** Forty buildings, in the order in which the landlord numbered them. */
// prettier-ignore
export const CATALOGUE: readonly CatalogueEntry[] = [
  // Sweden
  b('H-1001', 'Solrosen 1', 'Hornsgatan', ['94', '96', '98'], '118 21', 'Stockholm', ['pigello', 'homeq'], [40, 2, 2, 0, 1], 1938),
  b('H-1002', 'Lönnen 4', 'Odengatan', ['38A', '38B'], '113 51', 'Stockholm', ['pigello', 'homeq'], [30, 1, 0, 0, 1], 1926),
  b('H-1003', 'Masthuggsterrassen 2', 'Första Långgatan', ['12', '14'], '413 03', 'Göteborg', ALL, [24, 1, 2, 0, 1], 1964),
  b('H-1004', 'Vasaplatsen 7', 'Vasagatan', ['24'], '411 24', 'Göteborg', ['pigello', 'homeq', 'facilitee'], [22, 1, 0, 1, 0], 1909),
  b('H-1005', 'Möllan 11', 'Bergsgatan', ['17A', '17B'], '214 22', 'Malmö', ['pigello', 'homeq', 'casavi'], [20, 1, 0, 0, 1], 1951),
  b('H-1006', null, 'Regementsgatan', ['52'], '217 53', 'Malmö', ['pigello', 'homeq'], [17, 0, 0, 1, 0], 1933, { popularName: 'Gröna gården' }),
  b('H-1007', 'Västra Hamnen 3', 'Lilla Varvsgatan', ['20'], '211 15', 'Malmö', ALL, [14, 1, 1, 0, 0], 2009),
  b('H-1008', 'Fålhagen 14', 'Storgatan', ['27'], '753 31', 'Uppsala', ['pigello', 'homeq', 'casavi'], [13, 0, 1, 0, 0], 1972),
  b('H-1009', 'Ryd 6', 'Rydsvägen', ['120', '122'], '584 32', 'Linköping', ['pigello', 'homeq'], [12, 0, 0, 0, 0], 1967),
  b('H-1010', 'Björken 2', 'Drottninggatan', ['31'], '702 22', 'Örebro', ['pigello', 'homeq', 'facilitee'], [10, 1, 1, 0, 0], 1945),
  b('H-1011', null, 'Kungsgatan', ['44'], '903 25', 'Umeå', ['pigello', 'homeq'], [10, 0, 0, 0, 0], 1988, { popularName: 'Hörnhuset' }),
  b('H-1012/A', 'Öbacka strand 5', 'Östra Strandgatan', ['22A'], '903 33', 'Umeå', ['pigello', 'homeq', 'casavi'], [7, 0, 0, 0, 1], 1996),
  // Next door to H-1015, and both have an apartment 1101.
  b('H-1013', 'Domherren 3', 'Svenshögsvägen', ['7'], '222 41', 'Lund', ['pigello'], [6, 0, 0, 0, 0], 1899),
  b('H-1014', 'Tegnérlunden 1', 'Tegnérgatan', ['12'], '113 58', 'Stockholm', ['pigello'], [2, 0, 0, 0, 0], 1911, { archived: true }),
  b('H-1015', 'Norra Fäladen 8', 'Svenshögsvägen', ['5'], '222 41', 'Lund', ['pigello', 'homeq'], [1, 0, 0, 0, 0], 1974),
  b('H-1016', 'Kvarteret Åskan', 'Luntmakargatan', ['66'], '113 51', 'Stockholm', ['pigello', 'homeq', 'casavi'], [0, 0, 0, 0, 0], 2026),
  // The Netherlands
  b('H-1017', 'De Javahof', 'Javastraat', ['112', '114'], '1094 HP', 'Amsterdam', ['facilitee', 'casavi'], [22, 1, 2, 1, 0], 1915),
  b('H-1018', 'Westerdok', 'Westerdoksdijk', ['401'], '1013 AD', 'Amsterdam', ['facilitee'], [15, 2, 1, 0, 0], 2010),
  b('H-1019', 'Katendrecht', 'Deliplein', ['7'], '3072 BX', 'Rotterdam', ['facilitee', 'casavi'], [12, 2, 0, 0, 1], 1954),
  b('H-1020', 'Witte de With', 'Witte de Withstraat', ['63'], '3012 BN', 'Rotterdam', ALL, [11, 1, 0, 0, 0], 1929),
  b('H-1021', 'De Oudegracht', 'Oudegracht', ['158'], '3511 AZ', 'Utrecht', ['facilitee', 'casavi'], [8, 1, 0, 1, 0], 1880),
  b('H-1022', 'Prinsessekade', 'Prinsegracht', ['41'], '2512 EW', 'Den Haag', ['facilitee'], [8, 0, 0, 0, 0], 1906),
  b('H-1023', 'Strijp-S', 'Torenallee', ['20'], '5617 BD', 'Eindhoven', ['facilitee', 'casavi'], [4, 2, 0, 0, 0], 1928),
  b('H-1024', 'Vismarkt', 'Folkingestraat', ['9'], '9711 JT', 'Groningen', ['facilitee'], [4, 0, 0, 0, 0], 1890, { archived: true }),
  b('H-1025', 'Parkhuis', 'Keizer Karelplein', ['3'], '6511 NC', 'Nijmegen', ['facilitee'], [0, 1, 0, 0, 0], 1962),
  // Germany
  b('H-1026', 'Wohnanlage Sendlinger Straße', 'Sendlinger Straße', ['38', '40', '42', '44'], '80331', 'München', ['casavi'], [52, 2, 6, 3, 1], 1971, { condominium: true }),
  b('H-1027', 'Haidhausen', 'Wörthstraße', ['21'], '81667', 'München', ALL, [10, 1, 1, 0, 0], 1903),
  b('H-1028', 'Altmarkt-Höfe', 'Wilsdruffer Straße', ['14', '16'], '01067', 'Dresden', ['casavi'], [20, 2, 2, 1, 0], 1956),
  b('H-1029/2', 'Hinterhaus Linienstraße', 'Linienstraße', ['71'], '10119', 'Berlin', ['casavi', 'facilitee'], [9, 1, 0, 0, 0], 1894),
  b('H-1030', 'Prenzlauer Berg', 'Kastanienallee', ['55'], '10119', 'Berlin', ['casavi'], [8, 0, 0, 0, 0], 1898),
  b('H 1031', 'Südvorstadt', 'Karl-Liebknecht-Straße', ['89'], '04275', 'Leipzig', ['casavi'], [6, 0, 0, 0, 0], 1902, { condominium: true }),
  b('H-1032', 'Ottensen', 'Große Brunnenstraße', ['17'], '22763', 'Hamburg', ['casavi', 'pigello'], [6, 0, 0, 0, 0], 1912),
  b('Höfe-1033', 'Königshöfe', 'Königstraße', ['8'], '01097', 'Dresden', ['casavi'], [4, 1, 0, 0, 0], 1740),
  b('H-1034', 'Ehrenfeld', 'Venloer Straße', ['310'], '50823', 'Köln', ['casavi'], [4, 0, 0, 0, 0], 1925),
  b('H-1035', 'Belgisches Viertel', 'Brüsseler Straße', ['66'], '50674', 'Köln', ['casavi'], [3, 0, 0, 0, 0], 1907),
  b('H-1036+37', 'Bornheim', 'Berger Straße', ['175', '177'], '60385', 'Frankfurt am Main', ['casavi'], [3, 0, 0, 0, 0], 1931),
  b('H-1038', 'Stuttgart-West', 'Rotebühlstraße', ['102'], '70178', 'Stuttgart', ['casavi'], [2, 0, 0, 0, 0], 1909),
  b('H-1039', 'Garage Schanzenstraße', 'Schanzenstraße', ['12'], '20357', 'Hamburg', ['casavi'], [0, 0, 1, 0, 0], 1986),
  b('H-1040', 'Neubau Überseequartier', 'Überseeallee', ['1'], '20457', 'Hamburg', ['casavi', 'facilitee'], [0, 0, 0, 0, 0], 2026),
  b('H-1041', 'Südstadt', 'Bonner Straße', ['60'], '50677', 'Köln', ['casavi'], [1, 0, 0, 0, 0], 1910),
];

/** Where the cities of the catalogue are. */
export const CITIES: Readonly<Record<string, City>> = {
  Stockholm: c('SE', 'Stockholm', 'Stockholms län', 59.3293, 18.0686),
  Göteborg: c('SE', 'Göteborg', 'Västra Götalands län', 57.7089, 11.9746),
  Malmö: c('SE', 'Malmö', 'Skåne län', 55.605, 13.0038),
  Uppsala: c('SE', 'Uppsala', 'Uppsala län', 59.8586, 17.6389),
  Linköping: c('SE', 'Linköping', 'Östergötlands län', 58.4108, 15.6214),
  Örebro: c('SE', 'Örebro', 'Örebro län', 59.2753, 15.2134),
  Umeå: c('SE', 'Umeå', 'Västerbottens län', 63.8258, 20.263),
  Lund: c('SE', 'Lund', 'Skåne län', 55.7047, 13.191),
  Amsterdam: c('NL', 'Amsterdam', 'Noord-Holland', 52.3676, 4.9041),
  Rotterdam: c('NL', 'Rotterdam', 'Zuid-Holland', 51.9244, 4.4777),
  Utrecht: c('NL', 'Utrecht', 'Utrecht', 52.0907, 5.1214),
  'Den Haag': c('NL', "'s-Gravenhage", 'Zuid-Holland', 52.0705, 4.3007),
  Eindhoven: c('NL', 'Eindhoven', 'Noord-Brabant', 51.4416, 5.4697),
  Groningen: c('NL', 'Groningen', 'Groningen', 53.2194, 6.5665),
  Nijmegen: c('NL', 'Nijmegen', 'Gelderland', 51.8126, 5.8372),
  München: c('DE', null, 'Bayern', 48.1351, 11.582),
  Dresden: c('DE', null, 'Sachsen', 51.0504, 13.7373),
  Berlin: c('DE', null, 'Berlin', 52.52, 13.405),
  Leipzig: c('DE', null, 'Sachsen', 51.3397, 12.3731),
  Hamburg: c('DE', null, 'Hamburg', 53.5511, 9.9937),
  Köln: c('DE', null, 'Nordrhein-Westfalen', 50.9375, 6.9603),
  'Frankfurt am Main': c('DE', null, 'Hessen', 50.1109, 8.6821),
  Stuttgart: c('DE', null, 'Baden-Württemberg', 48.7758, 9.1829),
};

function b(
  reference: string,
  name: string | null,
  street: string,
  houseNumbers: readonly string[],
  postalCode: string,
  city: string,
  systems: readonly SystemName[],
  units: CatalogueEntry['units'],
  builtYear: number,
  more: Pick<CatalogueEntry, 'popularName' | 'archived' | 'condominium'> = {},
): CatalogueEntry {
  return { reference, name, street, houseNumbers, postalCode, city, systems, units, builtYear, ...more };
}

function c(
  country: Country,
  municipality: string | null,
  county: string | null,
  latitude: number,
  longitude: number,
): City {
  return { country, municipality, county, latitude, longitude };
}
