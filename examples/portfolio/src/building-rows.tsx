import {
  DocumentCardFragmentDoc,
  IssueCardFragmentDoc,
  LeaseCardFragmentDoc,
  PersonNameFragmentDoc,
  UnitCardFragmentDoc,
  useFragment as read,
  type FragmentType,
} from '@gatehouse/client';
import { DocumentLink } from './document-link.js';
import { dateOf, dayOf, inList, inWords, joined, known, moneyOf } from './words.js';

/** Each row reads its own fragment, so that the page need not know what a row shows. */
export function UnitRow({ unit }: { readonly unit: FragmentType<typeof UnitCardFragmentDoc> }) {
  const { number, name, kind, floorLabel, rooms, area, rent, occupancy } = read(UnitCardFragmentDoc, unit);
  return (
    <>
      <strong>{joined(number, name)}</strong>
      <small>
        {joined(
          known(kind),
          floorLabel,
          rooms !== null && `${rooms} ${rooms === 1 ? 'room' : 'rooms'}`,
          area !== null && `${area.value} ${area.unit === 'SQUARE_METRE' ? 'm²' : inWords(area.unit)}`,
          rent !== null && moneyOf(rent.amount, rent.currency),
          known(occupancy),
        )}
      </small>
    </>
  );
}

export function LeaseRow({ lease }: { readonly lease: FragmentType<typeof LeaseCardFragmentDoc> }) {
  const { number, externalId, tenants, kind, startDate, endDate, status } = read(LeaseCardFragmentDoc, lease);
  const names = read(PersonNameFragmentDoc, tenants ?? []).map(
    ({ displayName }) => displayName ?? 'Without a name',
  );
  return (
    <>
      <strong>{names.length === 0 ? 'No tenant' : inList(names)}</strong>
      <small>
        {joined(
          number ?? externalId,
          known(kind),
          startDate !== null && `from ${dayOf(startDate)}`,
          endDate !== null && `to ${dayOf(endDate)}`,
          known(status),
        )}
      </small>
    </>
  );
}

export function IssueRow({ issue }: { readonly issue: FragmentType<typeof IssueCardFragmentDoc> }) {
  const { title, number, category, createdAt, status } = read(IssueCardFragmentDoc, issue);
  return (
    <>
      <strong>{title ?? 'Without a title'}</strong>
      <small>{joined(number, category, dateOf(createdAt), inWords(status))}</small>
    </>
  );
}

export function DocumentRow({
  document,
}: {
  readonly document: FragmentType<typeof DocumentCardFragmentDoc>;
}) {
  const card = read(DocumentCardFragmentDoc, document);
  return (
    <>
      <DocumentLink document={card} />
      <small>{joined(inWords(card.kind), dateOf(card.publishedAt ?? card.createdAt))}</small>
    </>
  );
}
