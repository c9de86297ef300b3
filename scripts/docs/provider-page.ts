import type { Provenance, Provider } from '../../src/domain/provider.js';
import { providerSection } from './config-page.js';
import { code, table } from './markdown.js';
import { exampleSettings } from './provider-settings.js';

/** The parts of `docs/providers/<name>.md` that the code tells. */

const known: Readonly<Record<Provenance, string>> = {
  document: "stands in the vendor's document",
  public: 'seen in public code or pages',
  inferred: 'concluded from its neighbours',
  assumed: 'agreed where the documents are silent',
  configured: 'set by an operator',
};

export async function providerParts(provider: Provider): Promise<Readonly<Record<string, string>>> {
  const source = provider.connect(exampleSettings(provider));
  await source.client.close();
  const paths = table(
    ['Name', 'Path', 'How it is known'],
    source.endpoints.map(({ name, path, provenance }) => [
      code(name),
      code(path),
      `${provenance}: ${known[provenance]}`,
    ]),
  );
  // Its heading stands in the page already.
  const settings = providerSection(provider).replace(/^### .*\n\n/, '');
  return { paths, settings };
}
