import { useQuery } from '@apollo/client/react';
import {
  BuildingCardFragmentDoc,
  BuildingDocumentsDocument,
  BuildingIssuesDocument,
  BuildingLeasesDocument,
  BuildingPageDocument,
  BuildingUnitsDocument,
  DocumentListFragmentDoc,
  IssueListFragmentDoc,
  LeaseListFragmentDoc,
  OriginFragmentDoc,
  UnitListFragmentDoc,
  useFragment as read,
  type BuildingPageQuery,
} from '@gatehouse/client';
import { DocumentRow, IssueRow, LeaseRow, UnitRow } from './building-rows.js';
import { BuildingSection } from './building-section.js';
import { Failure, Loading, Page } from './page.js';
import { lacksRows } from './source-status.js';
import { useRecovery } from './use-recovery.js';
import { joined, known } from './words.js';

/** A building with all that hangs on it. Each list goes on by a query of its own, into the same place of the cache. */
export function BuildingPage({ id }: { readonly id: string }) {
  const { data, error, loading, fetchMore, refetch } = useQuery(BuildingPageDocument, { variables: { id } });
  const building = data?.building;
  // A building that could not be read is null, too, and of what was kept from an earlier visit nobody knows why.
  useRecovery(building === null || (building !== undefined && isIncomplete(building)), () => void refetch());

  if (building == null) {
    return (
      <Page title="Building">
        {loading ? (
          <Loading what="the building" />
        ) : error ? (
          <Failure error={error} retry={() => refetch()} />
        ) : (
          <p className="empty">No source knows this building.</p>
        )}
      </Page>
    );
  }
  const { name, number } = read(BuildingCardFragmentDoc, building);
  return (
    <Page title={name ?? number ?? 'Building'}>
      <Facts building={building} />
      <div className="sections">
        <BuildingSection
          title="Units"
          list={read(UnitListFragmentDoc, building.units)}
          row={(unit) => <UnitRow unit={unit} />}
          more={(after) => fetchMore({ query: BuildingUnitsDocument, variables: { id, after } })}
        />
        <BuildingSection
          title="Leases and tenants"
          list={read(LeaseListFragmentDoc, building.leases)}
          row={(lease) => <LeaseRow lease={lease} />}
          more={(after) => fetchMore({ query: BuildingLeasesDocument, variables: { id, after } })}
        />
        <BuildingSection
          title="Issues"
          list={read(IssueListFragmentDoc, building.issues)}
          row={(issue) => <IssueRow issue={issue} />}
          more={(after) => fetchMore({ query: BuildingIssuesDocument, variables: { id, after } })}
        />
        <BuildingSection
          title="Documents"
          list={read(DocumentListFragmentDoc, building.documents)}
          row={(document) => <DocumentRow document={document} />}
          more={(after) => fetchMore({ query: BuildingDocumentsDocument, variables: { id, after } })}
        />
      </div>
    </Page>
  );
}

type Building = NonNullable<BuildingPageQuery['building']>;

const isIncomplete = ({ units, leases, issues, documents }: Building): boolean =>
  lacksRows(read(UnitListFragmentDoc, units)) ||
  lacksRows(read(LeaseListFragmentDoc, leases)) ||
  lacksRows(read(IssueListFragmentDoc, issues)) ||
  lacksRows(read(DocumentListFragmentDoc, documents));

function Facts({ building }: { readonly building: Building }) {
  const card = read(BuildingCardFragmentDoc, building);
  const { sourceId } = read(OriginFragmentDoc, card.source);
  const kind = building.buildingType ?? known(card.kind);
  return (
    <>
      <p>{card.address?.formatted ?? card.address?.city ?? 'No address'}</p>
      <p className="quiet">
        {joined(card.externalId, kind, building.ownerName, card.isActive === false && 'Not in use', sourceId)}
      </p>
      {building.description !== null && <p>{building.description}</p>}
    </>
  );
}
