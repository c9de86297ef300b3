import {
  bytes,
  json,
  type SandboxAnswer,
  type SandboxApp,
  type SandboxRequest,
  type SandboxRoute,
} from '../../src/sandbox/app.js';
import { fileBody } from '../../src/sandbox/file-body.js';
import { lookUp, lookUpId, remembered } from '../../src/sandbox/look-up.js';
import type { Portfolio, PostalAddress } from '../../src/sandbox/portfolio.js';
import { COUNTRY_CODES } from './sandbox/countries.js';
import { createLogin, type LoginOptions } from './sandbox/login.js';
import { answerPage, positive, type ListForm } from './sandbox/pages.js';
import { address, fileToken, nameOf, phone } from './sandbox/parts.js';
import { problem, refusal } from './sandbox/problems.js';
import { createRecords, referenceOf, type User } from './sandbox/records.js';
import { createCategories, createUnitForms, propertyTypeOf, unitTypeOf } from './sandbox/units.js';
import {
  companiesOf,
  managerDetail,
  managerRow,
  ownerDetail,
  ownerRow,
  propertyUser,
  serviceProviderDetail,
  serviceProviderRow,
} from './sandbox/users.js';

export { FACILITEE_SANDBOX_CREDENTIALS } from './sandbox/login.js';
export { faciliteeTruth } from './sandbox/truth.js';
export type * from './sandbox/truth.js';

/** How the stand-in behaves. */
export type FaciliteeSandboxOptions = LoginOptions;

/** The stand-in, with a switch. */
export interface FaciliteeSandbox extends SandboxApp {
  /** Ends all tokens at once: the next call with one of them is answered with 401. */
  expireTokens(): void;
}

/** Describes Facilitee's stand-in over a portfolio: all read operations of 002 (`facilitee`), in its order. */
export function createFaciliteeSandbox(
  portfolio: Portfolio,
  options: FaciliteeSandboxOptions = {},
): FaciliteeSandbox {
  const records = createRecords(portfolio);
  const categories = createCategories(records);
  const forms = createUnitForms(categories, records.today);
  const login = createLogin(options);
  const { owners, managers, serviceProviders, propertyUsers } = records;

  return {
    name: 'facilitee',
    // 002 writes `/Owners` and `/owners`; routing does not mind.
    caseInsensitive: true,
    guard: login.guard,
    error: refusal,
    expireTokens: login.expireTokens,
    routes: [
      { method: 'POST', path: '/api/connect/token', open: true, handle: login.token },
      get('country-codes', () => json(200, COUNTRY_CODES)),

      list('Owners', owners, { row: ownerRow, texts: (user) => [...namesOf(user), user.person.companyName] }),
      byEmail('Owners', owners),
      one('Owners/{id}', 'Owner', owners, ownerDetail),
      get('Owners/{id}/companies', (request) =>
        found(request, 'Owner', owners, (owner) =>
          answerPage(request, companiesOf(owner), { row: (row) => row, texts: (row) => [row.name] }),
        ),
      ),
      get('Owners/{id}/companies/{companyId}', (request) =>
        found(request, 'Owner', owners, (owner) =>
          found(
            request,
            'Owner company',
            companiesOf(owner),
            (company) => json(200, company),
            request.params['companyId'],
          ),
        ),
      ),

      list('managers', managers, {
        row: managerRow,
        texts: (user) => [...namesOf(user), ...phoneOf(user)],
      }),
      byEmail('managers', managers),
      one('managers/{id}', 'Manager', managers, managerDetail),

      get('property-categorization/property', () => json(200, categories.property)),
      one('property-categorization/property/{id}', 'Property type', categories.property, (type) => type),
      get('property-categorization/unit', () => json(200, categories.unit)),
      one('property-categorization/unit/{id}', 'Property unit type', categories.unit, (type) => type),

      list('Properties', records.properties, {
        row: forms.property,
        texts: (property) => [
          ...addressOf(property.building.address),
          property.name,
          referenceOf(property.building),
          propertyTypeOf(categories, property)?.name ?? null,
        ],
      }),
      one('Properties/{id}', 'Property', records.properties, forms.property),

      get('PropertyUnit', (request) =>
        found(
          request,
          'Property',
          records.properties,
          (property) =>
            answerPage(request, property.units, {
              row: forms.row,
              texts: (unit) => [
                ...addressOf(unit.unit.address),
                unit.customUnitId,
                unitTypeOf(categories, unit)?.name ?? null,
              ],
            }),
          // Required: there is no list of all units (002, "Get a list of Property Units").
          request.query.get('propertyId') ?? '',
        ),
      ),
      one('PropertyUnit/{id}', 'Property unit', records.units, forms.detail),

      list('service-providers', serviceProviders, {
        row: serviceProviderRow,
        texts: (user) => [
          ...namesOf(user),
          user.person.companyName,
          ...phoneOf(user),
          user.person.address?.city ?? null,
        ],
      }),
      one('service-providers/{id}', 'Service provider', serviceProviders, serviceProviderDetail),

      list('property-users', propertyUsers, {
        row: propertyUser,
        texts: (user) => [...namesOf(user), user.person.companyName],
      }),
      byEmail('property-users', propertyUsers),
      one('property-users/{id}', 'Property user', propertyUsers, propertyUser),

      get('Issues', (request) => {
        const from = momentIn(request, 'fromDateTime');
        const to = momentIn(request, 'toDateTime');
        if (from === null || to === null) {
          const form = 'yyyy-MM-ddTHH:mm:ss.fffZ, with a year > 1000';
          return problem(
            request,
            400,
            'invalid-format',
            `fromDateTime and toDateTime are required, as ${form}.`,
          );
        }
        // 002 does not say which moment is compared: the creation, both ends included, is assumed.
        const within = remembered(records.issues, `${from} ${to}`, () =>
          records.issues.filter(({ issue }) => issue.createdAt >= from && issue.createdAt <= to),
        );
        return answerPage(request, within, { row: forms.issue });
      }),

      {
        method: 'GET',
        path: '/files/{token}/{name}',
        open: true,
        handle(request) {
          const [file] = lookUp(portfolio.files, 'facilitee', (each) => [fileToken(each)], [
            request.params['token'] ?? '',
          ]);
          return file === undefined
            ? refusal(404, request)
            : bytes(file.contentType, fileBody(file), file.name);
        },
      },
    ],
  };
}

// Kinds of routes -------------------------------------------------------------------------------------------------

type Handle = (request: SandboxRequest) => SandboxAnswer;

function get(path: string, handle: Handle): SandboxRoute {
  return { method: 'GET', path: `/api/public/${path}`, handle };
}

function list<T>(path: string, records: readonly T[], form: ListForm<T>): SandboxRoute {
  return get(path, (request) => answerPage(request, records, form));
}

function one<T extends { readonly id: number }>(
  path: string,
  what: string,
  records: readonly T[],
  write: (record: T, origin: string) => unknown,
): SandboxRoute {
  return get(path, (request) =>
    found(request, what, records, (record) => json(200, write(record, request.origin))),
  );
}

/** Answers a bare integer (002, "Get owner id by email"; its sample `{ 110 }` is not JSON). */
function byEmail(path: string, users: readonly User[]): SandboxRoute {
  return get(`${path}/get-by-email`, (request) => {
    const email = request.query.get('email')?.toLowerCase() ?? '';
    if (email === '') return problem(request, 400, 'bad-request', 'The parameter email is required.');
    const mailOf = ({ person }: User): string[] =>
      person.email === null ? [] : [person.email.toLowerCase()];
    const [user] = lookUp(users, 'email', mailOf, [email]);
    return user === undefined
      ? problem(request, 404, 'entity-not-found', `User with email ${email} not found in database.`)
      : json(200, user.id);
  });
}

/** Answers with the record that an id names, or says that there is none. */
function found<T extends { readonly id: number }>(
  request: SandboxRequest,
  what: string,
  records: readonly T[],
  answer: (record: T) => SandboxAnswer,
  id = request.params['id'],
): SandboxAnswer {
  const wanted = positive(id ?? '');
  if (wanted === null) {
    return problem(request, 400, 'bad-request', `${what}: the id is required and must be an integer.`);
  }
  const record = lookUpId(records, wanted);
  return record === undefined
    ? problem(request, 404, 'entity-not-found', `${what} with id ${wanted} not found in database.`)
    : answer(record);
}

// What is searched, and when ----------------------------------------------------------------------------------------

function namesOf({ person }: User): (string | null)[] {
  return [nameOf(person), person.email, referenceOf(person)];
}

function phoneOf({ person }: User): (string | null)[] {
  const { countryCode, phoneNumber } = phone(person);
  return [countryCode, phoneNumber];
}

function addressOf(place: PostalAddress): string[] {
  const { street, streetNumber, postCode, city, country } = address(place);
  return [street, streetNumber, postCode, city, country];
}

/** A moment in the one form that 002 allows, "Dates"; its own example `01.01.2020` is not of it. */
function momentIn({ query }: SandboxRequest, name: string): string | null {
  const moment = query.get(name) ?? '';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(moment)) return null;
  return Number(moment.slice(0, 4)) > 1000 && !Number.isNaN(Date.parse(moment)) ? moment : null;
}
