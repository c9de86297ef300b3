import { useState, type MouseEvent } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { DocumentLinkDocument, type DocumentCardFragment } from '@gatehouse/client';
import { inWords } from './words.js';

/** A document's name, which opens it in a tab of its own. */
export function DocumentLink({ document: card }: { readonly document: DocumentCardFragment }) {
  const client = useApolloClient();
  const [failed, setFailed] = useState(false);
  const name = card.title ?? card.fileName ?? inWords(card.kind);
  if (card.url === null) return <>{name} (no file)</>;

  const open = async (event: MouseEvent): Promise<void> => {
    event.preventDefault();
    // At once, while the browser still knows that somebody clicked: a tab that opens later would be blocked.
    const tab = window.open('', '_blank');
    setFailed(false);
    // The link that came with the list ends after minutes.
    const { data } = await client.query({
      query: DocumentLinkDocument,
      variables: { id: card.id },
      fetchPolicy: 'network-only',
    });
    const url = data?.document?.url;
    if (tab !== null && url != null) return tab.location.replace(url);
    tab?.close();
    setFailed(true);
  };

  return (
    <>
      <a href={card.url} target="_blank" rel="noreferrer" onClick={(event) => void open(event)}>
        {name}
      </a>
      {failed && <span role="alert"> could not be opened; try again later.</span>}
    </>
  );
}
