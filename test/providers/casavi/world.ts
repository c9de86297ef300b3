import { casavi } from '../../../resolvers/casavi/index.js';
import { settings } from '../../../resolvers/casavi/config.js';
import { pageSize } from '../../../resolvers/casavi/pages.js';
import type { Port } from '../../../src/domain/provider.js';
import { UnexpectedStatusError } from '../../../src/errors.js';
import type { ApiAnswer, ApiCall } from '../../../src/http/client.js';
import { createSession, type Session } from '../../../src/http/session.js';
import { startOperation } from '../../../src/operation.js';

/** How much hangs on everything: with all lists of one kind alike, what may be asked at most is what is asked. */
export interface Sizes {
  readonly properties: number;
  readonly unitsEach: number;
  readonly contactsEach: number;
  readonly ticketsEach: number;
  readonly commentsEach: number;
  readonly staff: number;
}

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A casavi in which every reference is set, and whose lists are as long as is wanted; it writes down what it is asked. */
export function createWorld(sizes: Sizes) {
  const contactIds = (unit: string): readonly string[] => many(sizes.contactsEach, (c) => `${unit}-C${c}`);
  const units = many(sizes.properties, (p) =>
    many(sizes.unitsEach, (u) => ({
      id: `P${p}-U${u}`,
      propertyId: `P${p}`,
      contracts: [{ id: `P${p}-U${u}-L`, type: 'RENTER', contactIds: contactIds(`P${p}-U${u}`) }],
    })),
  ).flat();
  const properties = many(sizes.properties, (p) => ({
    id: `P${p}`,
    addresses: [
      { street: 'Am Wehr 4', units: units.filter((u) => u.propertyId === `P${p}`).map(({ id }) => id) },
    ],
    responsibilities: many(4, (s) => ({ contactId: `S${s % sizes.staff}`, roleType: 'internal' })),
  }));
  const tickets = units.flatMap((unit) =>
    many(sizes.ticketsEach, (t) => ({
      id: `${unit.id}-T${t}`,
      propertyId: unit.propertyId,
      unitId: unit.id,
      contactId: unit.contracts[0]?.contactIds[0],
      sharedWithContacts: unit.contracts[0]?.contactIds,
      assignedToId: 'S0',
      attachments: [1],
    })),
  );
  const comments = many(sizes.commentsEach, (c) => ({ id: `K${c}`, authorId: 'S0' }));
  const tasks = many(sizes.commentsEach, (t) => ({ id: `A${t}`, assignedToId: 'S0', createdById: 'S0' }));
  const contacts = units
    .flatMap((unit) => unit.contracts.flatMap((each) => each.contactIds))
    .map((id) => ({ id }));
  const staff = many(sizes.staff, (s) => ({ id: `S${s}` }));

  const answer = ({ path, params = {}, query = {} }: ApiCall): unknown => {
    const page = Number(query['page'] ?? 0);
    const cut = <T>(rows: readonly T[]): readonly T[] => rows.slice(page * pageSize, (page + 1) * pageSize);
    const told = <T>(rows: readonly T[]) => ({
      rows: cut(rows),
      page,
      pageCount: Math.ceil(rows.length / pageSize),
    });
    const one = (rows: readonly { readonly id: string }[], id: string | undefined): object => {
      const row = rows.find((each) => each.id === id);
      if (row === undefined)
        throw new UnexpectedStatusError({ source: 'casavi', provider: 'CASAVI' }, path, 404);
      return row;
    };
    switch (path) {
      case '/properties':
        return { count: properties.length, ...told(properties) };
      case '/properties/{propertyId}':
        return one(properties, params['propertyId']);
      case '/properties/{propertyId}/units':
        return told(units.filter((unit) => unit.propertyId === params['propertyId']));
      case '/units/{unitId}':
        return one(units, params['unitId']);
      case '/contacts':
        return cut(contacts);
      case '/contacts/{contactId}':
        return one(contacts, params['contactId']);
      case '/staff':
        return cut(staff);
      case '/staff/{contactId}':
        return one(staff, params['contactId']);
      case '/tickets':
        return cut(
          tickets.filter(
            (ticket) =>
              ticket.propertyId === (query['propertyId'] ?? ticket.propertyId) &&
              ticket.unitId === (query['unitId'] ?? ticket.unitId),
          ),
        );
      case '/tickets/{ticketId}':
        return { ...one(tickets, params['ticketId']), comments, tasks };
      case '/tickets/{ticketId}/comments':
        return cut(comments);
      default:
        throw new Error(`${path} is not answered`);
    }
  };

  const asked: string[] = [];
  const request = async (call: ApiCall): Promise<ApiAnswer> => {
    asked.push(`${call.path} ${JSON.stringify([call.params, call.query])}`);
    // As from afar: what goes out together is under way together.
    await new Promise((resolve) => setImmediate(resolve));
    return { status: 200, body: answer(call), receivedAt: new Date() };
  };

  return {
    properties,
    units,
    tickets,
    contacts,
    staff,
    comments,
    asked,
    /** A gateway's side of it, which has not seen anything yet. */
    connect(): Port {
      const own = { id: 'casavi', provider: 'casavi', credentials: { key: 'k', secret: 's' } };
      return casavi.connect(settings.parse(own)).port;
    },
    /** An operation of its own. */
    session(): Session {
      const operation = startOperation(undefined);
      operation.finish();
      const origin = { source: 'casavi', provider: 'CASAVI' };
      return createSession({ origin, request }, operation);
    },
  };
}

export type World = ReturnType<typeof createWorld>;
