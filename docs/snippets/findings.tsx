interface Value {
  readonly value: string;
  readonly source: { readonly sourceId: string };
}

export interface LinkedUnit {
  readonly conflicts: readonly { readonly field: string; readonly values: readonly Value[] }[];
  readonly sources: readonly { readonly sourceId: string; readonly status: string }[];
}

const labels: Readonly<Record<string, string>> = { area: 'Area', rent: 'Rent', externalId: 'Reference' };

export function Findings({ unit }: { readonly unit: LinkedUnit }) {
  const missing = unit.sources.filter(({ status }) => status === 'FAILED');
  return (
    <section>
      {unit.conflicts.map(({ field, values: [shown, ...others] }) => (
        <p key={field} role="alert">
          {labels[field] ?? field}: <strong>{shown?.value}</strong> ({shown?.source.sourceId}
          {others
            .filter(({ value }) => value !== shown?.value)
            .map(({ value, source }) => `, but ${value} in ${source.sourceId}`)}
          )
        </p>
      ))}
      {missing.length > 0 && <p>Not asked: {missing.map(({ sourceId }) => sourceId).join(', ')}</p>}
    </section>
  );
}
