import { useQuery } from '@apollo/client/react';
import { SourcesDocument } from '@gatehouse/client';
import { COLUMNS } from './columns.js';
import { IssueColumn } from './issue-column.js';
import { Page } from './page.js';
import { replaceSearch } from './route.js';

/** The issues of all sources by status. What is chosen stands in the address, so that it can be passed on. */
export function IssuesPage({ search }: { readonly search: URLSearchParams }) {
  const { data } = useQuery(SourcesDocument);
  const sources = data?.sources.map(({ id }) => id) ?? [];
  const statuses = COLUMNS.map(({ title }) => title);
  const chosenSources = search.getAll('source');
  const chosenStatuses = search.getAll('status');
  const columns = COLUMNS.filter(
    ({ title }) => chosenStatuses.length === 0 || chosenStatuses.includes(title),
  );

  return (
    <Page title="Issues">
      <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <Choice name="status" title="Status" options={statuses} search={search} />
        <Choice name="source" title="Source" options={sources} search={search} />
      </form>
      <div className="board">
        {columns.map((column) => (
          <IssueColumn
            key={[column.title, ...chosenSources].join()}
            column={column}
            sources={chosenSources}
          />
        ))}
      </div>
    </Page>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly title: string;
  readonly options: readonly string[];
  readonly search: URLSearchParams;
}

/** Boxes to tick; with none ticked, everything is shown. */
function Choice({ name, title, options, search }: ChoiceProps) {
  const chosen = search.getAll(name);
  const toggle = (option: string): void => {
    const next = new URLSearchParams(search);
    if (chosen.includes(option)) next.delete(name, option);
    else next.append(name, option);
    replaceSearch('/issues', next);
  };
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          {option}
        </label>
      ))}
    </fieldset>
  );
}
