import { Environment, Network, RecordSource, Store, type GraphQLResponse } from 'relay-runtime';

export function createEnvironment(url: string): Environment {
  const network = Network.create(async ({ text, name }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, operationName: name, variables }),
    });
    // With its `errors`: Relay keeps the data beside them, and tells a field that failed from one that is null.
    return (await response.json()) as GraphQLResponse;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
